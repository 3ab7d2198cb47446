import type { ReactNode } from 'react'
import { Door } from '@/components/newsroom/Door'
import { findPaperName } from '@/lib/paper/queries'

export default async function DoorLayout({ children }: { children: ReactNode }) {
  return <Door paper={await findPaperName()}>{children}</Door>
}
