import { useTranslations } from 'next-intl'
import { formatClock } from '@/lib/bengali/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { firstGraphemes } from '@/lib/bengali/shorten'
import type { Fault, ProofItem } from '@/lib/jobs/proof'
import type { Publishing } from '@/lib/newsroom/publishing'

type ProofLinesProps = { publishing: Publishing }

const shownLetters = 60

/** What readers' pages were found to show after the last thing that was done: page by page, with the time. */
export function ProofLines({ publishing: { proof, isProofAwaited } }: ProofLinesProps) {
  const t = useTranslations('newsroomPublish')
  if (!proof && !isProofAwaited) return <p className="text-14 text-quiet">{t('proof.none')}</p>
  const isUnderWay = proof !== null && proof.doneAt === null
  const isOld = isProofAwaited && !isUnderWay
  const stage = isUnderWay ? 'looking' : isOld ? 'awaited' : verdict(proof?.items ?? [])
  return (
    <>
      <p aria-live="polite" className="text-14 text-quiet">
        {t(`proof.${stage}`)}
      </p>
      <ul className="grid border-t border-rule">
        {(isOld ? [] : (proof?.items ?? [])).map((item) => (
          <ProofLine key={item.page} item={item} />
        ))}
      </ul>
    </>
  )
}

const verdict = (items: ProofItem[]) =>
  items.every(({ state }) => state === 'shown') ? 'proven' : 'unproven'

function ProofLine({ item }: { item: ProofItem }) {
  const t = useTranslations('newsroomPublish')
  const words = item.state === 'shown' ? t(`shown.${item.expects.kind}`) : t(`proof.${item.state}`)
  return (
    <li className="grid border-b border-rule py-2 text-14">
      <span>
        <a href={item.path} target="_blank" rel="noreferrer" className="font-bold underline">
          {t(`pages.${item.page}`)}
        </a>
        {': '}
        <strong className={item.state === 'missing' ? 'text-accent' : undefined}>{words}</strong>
      </span>
      {item.fault && <span>{faultWords(t, item.fault)}</span>}
      {item.at && (
        <time dateTime={item.at} className="text-quiet">
          {t('proof.at', { time: formatClock(new Date(item.at)) })}
        </time>
      )}
    </li>
  )
}

type Words = ReturnType<typeof useTranslations<'newsroomPublish'>>

function faultWords(t: Words, fault: Fault): string {
  switch (fault.why) {
    case 'status':
      return t('faults.status', { status: toBengaliDigits(fault.status) })
    case 'redirect':
      return t('faults.redirect', { path: fault.to ?? '–' })
    case 'text':
      return t('faults.text', { words: firstGraphemes(fault.lacks, shownLetters) })
    default:
      return t(`faults.${fault.why}`)
  }
}
