import { useTranslations } from 'next-intl'
import { formatAgo } from '@/lib/bengali/calendar/dates'
import type { ReviewMessage } from '@/lib/newsroom/publish/publishing-state'

type ReviewMessagesProps = { said: ReviewMessage[]; now: Date }

/** The review notes between reporter and desk, newest first. */
export function ReviewMessages({ said, now }: ReviewMessagesProps) {
  const t = useTranslations('newsroomPublish')
  if (said.length === 0) return null
  return (
    <section aria-label={t('said')} className="grid gap-2">
      <h3 className="text-16">{t('said')}</h3>
      <ol className="grid border-t border-rule">
        {said.map(({ id, kind, byName, note, at }) => (
          <li key={id} className="grid border-b border-rule py-2 text-14">
            <span className="text-quiet">
              {t(`saidKinds.${kind}`, { name: byName })} · {formatAgo(at, now)}
            </span>
            {note && <span className="text-16 whitespace-pre-line">{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
