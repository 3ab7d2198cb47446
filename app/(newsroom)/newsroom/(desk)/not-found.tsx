import { useTranslations } from 'next-intl'
import { Standstill } from '@/components/newsroom/Standstill'

export default function NotFound() {
  const t = useTranslations('newsroom')
  return <Standstill title={t('missingTitle')} text={t('missing')} toStart={t('toStart')} />
}
