import type { ReactNode } from 'react'
import { Desk } from '@/components/newsroom/Desk'
import { requireSignedIn } from '@/lib/auth/session'
import { findPaperName } from '@/lib/paper/queries'
import { signOutAction } from './actions'

/** The bar over every page. It lets nobody in by itself: each page asks for its actor. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireSignedIn()
  return (
    <Desk paper={await findPaperName()} actor={actor} signOut={signOutAction}>
      {children}
    </Desk>
  )
}
