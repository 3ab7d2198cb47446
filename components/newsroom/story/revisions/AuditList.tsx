import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { formatStamp, toIsoInZone } from '@/lib/bengali/calendar/dates'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import type { AuditEntrySummary } from '@/lib/newsroom/revisions/revision'

type AuditListProps = { storyId: number; audit: { lines: AuditEntrySummary[]; hasMore: boolean } }

/** The audit trail: the actor, command and time of each entry. */
export function AuditList({ storyId, audit }: AuditListProps) {
  const t = useTranslations('newsroomTrail')
  const last = audit.lines.at(-1)
  return (
    <section className="grid gap-3 border-t-[3px] border-ink pt-3" aria-labelledby="trail">
      <h2 id="trail" className="text-22">
        {t('trail')}
      </h2>
      {audit.lines.length === 0 && <p className="text-16 text-quiet">{t('noTrail')}</p>}
      <ol className="grid text-16">
        {audit.lines.map(({ id, at, by, command, note }) => (
          <li key={id} className="grid gap-x-4 border-t border-rule py-2 md:grid-cols-[14rem_1fr]">
            <time dateTime={toIsoInZone(at)} className="text-quiet">
              {formatStamp(at)}
            </time>
            <p>
              <CommandText by={by} command={command} />
              {note && <span className="block text-quiet">“{note}”</span>}
            </p>
          </li>
        ))}
      </ol>
      {audit.hasMore && last && (
        <ButtonLink href={`${storyPath(storyId)}/revisions?trail=${last.id}#trail`} isBold>
          {t('older')}
        </ButtonLink>
      )}
    </section>
  )
}

function CommandText({ by, command }: { by: string; command: string }) {
  const t = useTranslations('newsroomTrail')
  const key = `commands.${command}` as 'commands.newStory'
  return (
    <>
      <strong>{by}</strong> {t.has(key) ? t(key) : t('otherCommand', { command })}
    </>
  )
}
