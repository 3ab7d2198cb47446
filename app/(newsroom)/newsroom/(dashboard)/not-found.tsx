import { useTranslations } from 'next-intl'
import { ErrorPage } from '@/components/newsroom/shell/ErrorPage'

export default function NotFound() {
  const t = useTranslations('newsroom')
  return <ErrorPage title={t('missingTitle')} text={t('missing')} startLabel={t('toStart')} />
}
