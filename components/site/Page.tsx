import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { civilDate } from '@/lib/bengali/calendar/dates'
import type { SiteInfo as MastheadData } from '@/lib/paper/paper'
import { Footer } from './Footer'
import { Masthead } from './Masthead'

type PageProps = { masthead: MastheadData; now: Date; isFront?: boolean; children: ReactNode }

/** A reader's page: masthead, content, footer. */
export function Page({ masthead, now, isFront, children }: PageProps) {
  const t = useTranslations('site')
  return (
    <>
      <a
        href="#content"
        className="absolute top-0 left-0 z-10 bg-paper p-3 not-focus:sr-only focus:not-sr-only"
      >
        {t('skip')}
      </a>
      <Masthead
        paper={masthead.paper}
        categories={masthead.categories}
        now={now}
        isFront={isFront}
      />
      <main id="content" className="mx-auto max-w-page px-4">
        {children}
      </main>
      <Footer paper={masthead.paper} pages={masthead.pages} year={civilDate(now).year} />
    </>
  )
}
