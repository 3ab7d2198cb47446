import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Notice } from '@/components/ui/Notice'
import { twoStepPath } from '@/lib/auth/paths'
import { formatLongDate } from '@/lib/bengali/calendar/dates'

/** On every page, until the day from which the paper asks for two steps: nobody is locked out unprepared. */
export function TwoStepReminder({ from }: { from: Date }) {
  const t = useTranslations('newsroomAccount')
  return (
    <Notice tone="warning" className="flex flex-wrap items-center gap-x-4">
      <span>{t('twoStepFrom', { date: formatLongDate(from) })}</span>
      <ButtonLink href={twoStepPath} isBold>
        {t('setUpTwoStep')}
      </ButtonLink>
    </Notice>
  )
}
