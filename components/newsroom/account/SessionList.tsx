import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { readUserAgent } from '@/lib/auth/user-agent'
import { formatStamp } from '@/lib/bengali/calendar/dates'

type ListedSession = {
  id: string
  createdAt: Date
  ipAddress: string | null
  userAgent: string | null
}
type SessionListProps = { sessions: ListedSession[]; currentId: string; end: FormAction }

/** The sessions of a user. Each can be ended, except the current one. */
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
              <ActionForm
                action={end}
                hiddenFields={{ id }}
                submit={t('endSession')}
                variant="plain"
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
