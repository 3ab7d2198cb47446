import { useTranslations } from 'next-intl'
import { TapLink } from '@/components/ui/TapLink'
import type { Breaking } from '@/lib/front/front'

/** The breaking strip above the front page. It links to its story when there is one. */
export function BreakingStrip({ breaking }: { breaking: Breaking }) {
  const t = useTranslations('front')
  const text = <span className="font-bold">{breaking.text}</span>
  return (
    <aside
      aria-label={t('breaking')}
      className="flex flex-wrap items-baseline gap-x-3 border-b border-rule border-l-4 border-l-accent py-2 pl-3 text-18"
    >
      <span className="text-16 font-bold text-accent">{t('breaking')}</span>
      {breaking.path ? <TapLink href={breaking.path}>{text}</TapLink> : text}
    </aside>
  )
}
