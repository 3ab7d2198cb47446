import { useTranslations } from 'next-intl'
import { ErrorPage } from '@/components/newsroom/shell/ErrorPage'

/** Used, too old, or never made: told alike. */
export default function LinkGone() {
  const t = useTranslations('newsroomAuth')
  return <ErrorPage title={t('linkGoneTitle')} text={t('linkGone')} startLabel={t('toSignIn')} />
}
