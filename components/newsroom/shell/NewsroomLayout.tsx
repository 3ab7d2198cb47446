import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { ToastProvider } from '@/components/ui/Toast.client'
import { KeptForms } from './KeptForms.client'
import { NewsroomBar } from './NewsroomBar'
import { NewsroomStatusProvider } from './NewsroomStatus.client'
import { SchedulerAlarm } from './SchedulerAlarm.client'

type NewsroomLayoutProps = ComponentProps<typeof NewsroomBar> & { children: ReactNode }

/** The layout of a newsroom page: the bar, and the content below it. */
export function NewsroomLayout({ paper, actor, signOut, children }: NewsroomLayoutProps) {
  const t = useTranslations('newsroom')
  return (
    <ToastProvider>
      <a
        href="#content"
        className="absolute top-0 left-0 z-10 bg-paper p-3 not-focus:sr-only focus:not-sr-only"
      >
        {t('skip')}
      </a>
      <NewsroomStatusProvider userId={actor.id}>
        <NewsroomBar paper={paper} actor={actor} signOut={signOut} />
        <KeptForms userId={actor.id} />
        <SchedulerAlarm />
        <main id="content" className="mx-auto grid max-w-[90rem] gap-6 px-4 py-6">
          {children}
        </main>
      </NewsroomStatusProvider>
    </ToastProvider>
  )
}
