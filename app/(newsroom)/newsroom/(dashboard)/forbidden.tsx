import { useTranslations } from 'next-intl'
import { ErrorPage } from '@/components/newsroom/shell/ErrorPage'

export default function Forbidden() {
  const t = useTranslations('newsroom')
  return <ErrorPage title={t('noRightTitle')} text={t('noRight')} startLabel={t('toStart')} />
}
