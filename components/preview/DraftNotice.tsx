import { useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/Stamp'

type DraftNoticeProps = { at: Date; expiresAt: Date }

/** The notice above a page opened by a preview link: it is a draft of that time and must not be shared. */
export function DraftNotice({ at, expiresAt }: DraftNoticeProps) {
  const t = useTranslations('preview')
  return (
    <aside aria-label={t('draft')} className="section-rule">
      <div className="mx-auto max-w-page px-4 py-3 text-16">
        <p>
          <b className="text-accent">{t('draft')}</b> {t('draftText')}
        </p>
        <p className="text-14 text-quiet">
          {t('draftAt')} <Stamp at={at} /> – {t('draftUntil')} <Stamp at={expiresAt} />
        </p>
      </div>
    </aside>
  )
}
