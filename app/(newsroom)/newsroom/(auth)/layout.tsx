import type { ReactNode } from 'react'
import { AuthLayout } from '@/components/newsroom/shell/AuthLayout'
import { findPaperName } from '@/lib/paper/queries'

export default async function AuthPagesLayout({ children }: { children: ReactNode }) {
  return <AuthLayout paper={await findPaperName()}>{children}</AuthLayout>
}
