import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { formatStamp, toIsoInZone } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { RevisionReason, RevisionSummary } from '@/lib/newsroom/revisions/revision'

type RevisionListProps = { path: string; lines: RevisionSummary[]; shown?: number }

/** The revisions with author, time and reason. Each links to its changes. */
export function RevisionList({ path, lines, shown }: RevisionListProps) {
  const t = useTranslations('newsroomTrail')
  return (
    <ol className="grid">
      {lines.map(({ number, at, by, why }) => (
        <li key={number} className="border-t border-rule">
          <Link
            href={`${path}?to=${number}`}
            prefetch={false}
            aria-current={number === shown ? 'true' : undefined}
            className="grid gap-0.5 border-l-4 border-transparent py-2 pl-3 text-16 aria-[current]:border-ink aria-[current]:bg-wash"
          >
            <span className="font-bold">
              {t('number', { number: toBengaliDigits(number) })}: <ReasonText why={why} />
            </span>
            <span className="text-14 text-quiet">
              {by ?? t('system')}, <time dateTime={toIsoInZone(at)}>{formatStamp(at)}</time>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

function ReasonText({ why }: { why: RevisionReason }) {
  const t = useTranslations('newsroomTrail')
  const key = `reasons.${why.word}` as 'reasons.edited'
  const text = t.has(key) ? t(key) : t('otherReason', { reason: why.word })
  const note = why.word === 'reverted' && why.note ? toBengaliDigits(why.note) : why.note
  return <>{note ? `${text} (${note})` : text}</>
}
