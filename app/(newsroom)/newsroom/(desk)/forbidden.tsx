import { useTranslations } from 'next-intl'
import { Standstill } from '@/components/newsroom/Standstill'

export default function Forbidden() {
  const t = useTranslations('newsroom')
  return <Standstill title={t('noRightTitle')} text={t('noRight')} toStart={t('toStart')} />
}
