import { useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/Stamp'

type DraftNoticeProps = {
  /** Where readers have the story; null when they do not. */
  publicPath: string | null
  at: Date
  expiresAt: Date
}

/** The notice above a page opened by a preview link: these words are of that time, and not what readers have. */
export function DraftNotice({ publicPath, at, expiresAt }: DraftNoticeProps) {
  const t = useTranslations('preview')
  const title = t(publicPath ? 'changed' : 'draft')
  return (
    <aside aria-label={title} className="section-rule">
      <div className="mx-auto max-w-page px-4 py-3 text-16">
        <p>
          <b className="text-accent">{title}</b> {t('draftText')}{' '}
          {publicPath && (
            <a href={publicPath} className="underline underline-offset-4">
              {t('toPublished')}
            </a>
          )}
        </p>
        <p className="text-14 text-quiet">
          {t('draftAt')} <Stamp at={at} /> – {t('draftUntil')} <Stamp at={expiresAt} />
        </p>
      </div>
    </aside>
  )
}
