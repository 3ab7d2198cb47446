import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import type { ActAction } from '@/components/newsroom/act/act-state'
import { readUserAgent } from '@/lib/auth/browser-name'
import { formatStamp } from '@/lib/bengali/dates'

type Session = { id: string; createdAt: Date; ipAddress: string | null; userAgent: string | null }
type SessionListProps = { sessions: Session[]; currentId: string; end: ActAction }

/** Where somebody is signed in: each can be ended but the one they look from. */
export function SessionList({ sessions, currentId, end }: SessionListProps) {
  const t = useTranslations('newsroomAccount')
  const names = useTranslations('newsroomBrowsers')
  return (
    <ul className="grid gap-3">
      {sessions.map(({ id, createdAt, ipAddress, userAgent }) => {
        const { browser, system } = readUserAgent(userAgent)
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-rule pb-3"
          >
            <div>
              <p className="text-16 font-bold">
                {names(browser)}, {names(system)}
              </p>
              <p className="text-14 text-quiet">
                {t('since', { time: formatStamp(createdAt) })}
                {ipAddress && ` · ${ipAddress}`}
              </p>
            </div>
            {id === currentId ? (
              <p className="text-16">{t('thisSession')}</p>
            ) : (
              <ActForm action={end} about={{ id }} submit={t('endSession')} manner="plain" />
            )}
          </li>
        )
      })}
    </ul>
  )
}
