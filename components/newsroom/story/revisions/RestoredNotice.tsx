import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'

type RestoredNoticeProps = { number: number; isPublic: boolean }

/** Confirms that a revision was restored into the working copy, and says what readers see meanwhile. */
export function RestoredNotice({ number, isPublic }: RestoredNoticeProps) {
  const t = useTranslations('newsroomTrail')
  const words = isPublic ? 'restoredPublic' : 'restored'
  return <Notice tone="done">{t(words, { number: toBengaliDigits(number) })}</Notice>
}
