import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { formatStamp, toIsoInZone } from '@/lib/bengali/calendar/dates'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import type { StoryReports } from '@/lib/reports/queries'
import type { ReaderReport } from '@/lib/reports/report'

type StoryReportsViewProps = { storyId: number; reports: StoryReports; handle: FormAction }

/** The reports of a story: the open ones, each with a button, and the handled ones. */
export function StoryReportsView({ storyId, reports, handle }: StoryReportsViewProps) {
  const t = useTranslations('newsroomReports')
  const story = useTranslations('newsroomStory')
  const { headline, open, hasMoreOpen, handled } = reports
  return (
    <>
      <div>
        <ButtonLink href={storyPath(storyId)}>{t('toStory')}</ButtonLink>
        <h1 className="text-27">
          {t('titleOf', { headline: headline.trim() || story('untitled') })}
        </h1>
      </div>
      <section aria-labelledby="open" className="border-t-[3px] border-ink">
        <h2 id="open" className="py-2 text-22">
          {t('openTitle')}
        </h2>
        {open.length === 0 && <p className="text-16 text-quiet">{t('noneOpen')}</p>}
        <ol className="hairlines border-t border-rule empty:hidden">
          {open.map((report) => (
            <Report key={report.id} report={report}>
              <HandleReport action={handle} report={report} />
            </Report>
          ))}
        </ol>
        {hasMoreOpen && <p className="py-2 text-16 text-quiet">{t('more')}</p>}
      </section>
      {handled.length > 0 && (
        <section aria-labelledby="handled" className="border-t-[3px] border-ink">
          <h2 id="handled" className="py-2 text-22">
            {t('handledTitle')}
          </h2>
          <ol className="hairlines border-t border-rule">
            {handled.map((report) => (
              <Report key={report.id} report={report} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** A reader's words: lines stay lines, and a word without an end is broken. */
const readerTextClass = 'max-w-[46rem] whitespace-pre-line [overflow-wrap:anywhere]'

function Report({ report, children }: { report: ReaderReport; children?: ReactNode }) {
  const t = useTranslations('newsroomReports')
  const { fault, passage, contact, createdAt, handled } = report
  return (
    <li className="grid gap-2 py-3 text-16">
      <p className="text-14 text-quiet">
        <time dateTime={toIsoInZone(createdAt)}>{formatStamp(createdAt)}</time>
      </p>
      <p className={`text-18 ${readerTextClass}`}>{fault}</p>
      {passage && (
        <blockquote className={`border-l-4 border-rule pl-3 ${readerTextClass}`}>
          <span className="block text-14 text-quiet">{t('passage')}</span>
          {passage}
        </blockquote>
      )}
      {contact && (
        <p className={readerTextClass}>
          <span className="text-quiet">{t('contact')}:</span> {contact}
        </p>
      )}
      {handled && (
        <p className="text-14 text-quiet">
          {t('handledBy', { name: handled.by })},{' '}
          <time dateTime={toIsoInZone(handled.at)}>{formatStamp(handled.at)}</time>
        </p>
      )}
      {children}
    </li>
  )
}

function HandleReport({ action, report }: { action: FormAction; report: ReaderReport }) {
  const t = useTranslations('newsroomReports')
  const name = (
    <>
      {t('handle')}
      <span className="sr-only">: {report.fault}</span>
    </>
  )
  return (
    <ActionForm
      action={action}
      hiddenFields={{ id: report.id }}
      submit={name}
      busy={t('handling')}
      variant="plain"
    >
      {report.contact && <p className="text-14 text-quiet">{t('contactHelp')}</p>}
    </ActionForm>
  )
}
