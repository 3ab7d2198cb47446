import { useTranslations } from 'next-intl'
import { Standstill } from '@/components/newsroom/Standstill'

/** Used, too old, or never made: told alike. */
export default function LinkGone() {
  const t = useTranslations('newsroomAuth')
  return <Standstill title={t('linkGoneTitle')} text={t('linkGone')} toStart={t('toSignIn')} />
}
