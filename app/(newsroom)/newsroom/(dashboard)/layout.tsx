import type { ReactNode } from 'react'
import { signOutAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/sign-out-action'
import { TwoStepReminder } from '@/components/newsroom/account/TwoStepReminder'
import { NewsroomLayout } from '@/components/newsroom/shell/NewsroomLayout'
import { PaperClock } from '@/components/newsroom/shell/PaperClock.client'
import { requireSignedInUser } from '@/lib/auth/session'
import { paperTime } from '@/lib/clock'
import { findPaperName } from '@/lib/paper/queries'

/** The bar above every page. It requires a sign-in but checks no permission: each page checks its own. */
export default async function DashboardPagesLayout({ children }: { children: ReactNode }) {
  const { actor, twoStepDueAt } = await requireSignedInUser()
  return (
    <NewsroomLayout paper={await findPaperName()} actor={actor} signOut={signOutAction}>
      <PaperClock present={paperTime()} />
      {twoStepDueAt && <TwoStepReminder from={twoStepDueAt} />}
      {children}
    </NewsroomLayout>
  )
}
