import { useTranslations } from 'next-intl'
import type { EmbedBlock } from '@/lib/content-model/blocks/embed'
import type { BlockViewProps } from './block-view'

/** What another site holds, as a link: nothing is fetched from there before the reader asks. */
export function EmbedView({ block: { url, title } }: BlockViewProps<EmbedBlock>) {
  const t = useTranslations('article')
  return (
    <p className="border-y border-rule py-3 text-16">
      <span className="text-quiet">{t('embed')} – </span>
      <a href={url} rel="noopener">
        {title}
      </a>{' '}
      <span className="text-14 text-quiet">({new URL(url).hostname.replace(/^www\./, '')})</span>
    </p>
  )
}
