import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/Notice'
import type { SentBack } from '@/lib/newsroom/draft/working-copy'

/** Above a draft that the desk sent back: who did, and what is to be done. */
export function SentBackNotice({ by, note }: SentBack) {
  const t = useTranslations('newsroomStory')
  return (
    <Notice tone="warning">
      <p className="font-bold">{t('sentBackBy', { name: by })}</p>
      {note && <p className="whitespace-pre-line">{note}</p>}
    </Notice>
  )
}
