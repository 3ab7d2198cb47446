import { useTranslations } from 'next-intl'
import { formatClock } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { firstGraphemes } from '@/lib/bengali/text/shorten'
import type { PublishingState } from '@/lib/newsroom/publish/publishing-state'
import type { ProbeFault, ProbeResult } from '@/lib/publication-check/publication-check'

type PublicationCheckResultsProps = { publishing: PublishingState }

const maxShownLetters = 60

/** The results of the last publication check: one line for each page, with the time. */
export function PublicationCheckResults({
  publishing: { publicationCheck, isCheckPending },
}: PublicationCheckResultsProps) {
  const t = useTranslations('newsroomPublish')
  if (!publicationCheck && !isCheckPending)
    return <p className="text-14 text-quiet">{t('check.none')}</p>
  const isRunning = publicationCheck !== null && publicationCheck.doneAt === null
  const isStale = isCheckPending && !isRunning
  const stage = isRunning
    ? 'looking'
    : isStale
      ? 'awaited'
      : overallResult(publicationCheck?.results ?? [])
  return (
    <>
      <p aria-live="polite" className="text-14 text-quiet">
        {t(`check.${stage}`)}
      </p>
      <ul className="grid border-t border-rule">
        {(isStale ? [] : (publicationCheck?.results ?? [])).map((item) => (
          <PublicationCheckResult key={item.page} item={item} />
        ))}
      </ul>
    </>
  )
}

const overallResult = (results: ProbeResult[]) =>
  results.every(({ state }) => state === 'shown') ? 'allShown' : 'notAllShown'

function PublicationCheckResult({ item }: { item: ProbeResult }) {
  const t = useTranslations('newsroomPublish')
  const words = item.state === 'shown' ? t(`shown.${item.expects.kind}`) : t(`check.${item.state}`)
  return (
    <li className="grid border-b border-rule py-2 text-14">
      <span>
        <a href={item.path} target="_blank" rel="noreferrer" className="font-bold underline">
          {t(`pages.${item.page}`)}
        </a>
        {': '}
        <strong className={item.state === 'missing' ? 'text-accent' : undefined}>{words}</strong>
      </span>
      {item.fault && <span>{faultText(t, item.fault)}</span>}
      {item.at && (
        <time dateTime={item.at} className="text-quiet">
          {t('check.at', { time: formatClock(new Date(item.at)) })}
        </time>
      )}
    </li>
  )
}

type Words = ReturnType<typeof useTranslations<'newsroomPublish'>>

function faultText(t: Words, fault: ProbeFault): string {
  switch (fault.why) {
    case 'status':
      return t('faults.status', { status: toBengaliDigits(fault.status) })
    case 'redirect':
      return t('faults.redirect', { path: fault.to ?? '–' })
    case 'text':
      return t('faults.text', { words: firstGraphemes(fault.lacks, maxShownLetters) })
    default:
      return t(`faults.${fault.why}`)
  }
}
