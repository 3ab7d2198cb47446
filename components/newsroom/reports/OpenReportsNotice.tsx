import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Notice } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { reportsPath } from '@/lib/newsroom/draft/working-copy'

/** Above a story in the newsroom, while readers' reports of it are open. */
export function OpenReportsNotice({ storyId, count }: { storyId: number; count: number }) {
  const t = useTranslations('newsroomReports')
  if (count === 0) return null
  return (
    <Notice tone="warning">
      <ButtonLink href={reportsPath(storyId)} isBold>
        {t('waiting', { count: toBengaliDigits(count) })}
      </ButtonLink>
    </Notice>
  )
}
