import { useTranslations } from 'next-intl'
import { ErrorPage } from '@/components/newsroom/shell/ErrorPage'

/** The page for a used, expired or unknown link: the message is the same for all three. */
export default function LinkGone() {
  const t = useTranslations('newsroomAuth')
  return <ErrorPage title={t('linkGoneTitle')} text={t('linkGone')} startLabel={t('toSignIn')} />
}
