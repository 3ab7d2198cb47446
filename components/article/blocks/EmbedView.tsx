import { useTranslations } from 'next-intl'
import type { EmbedBlock } from '@/lib/content-model/blocks/embed'
import type { BlockViewProps } from './block-view'

/** An embed of another site as a link: nothing is fetched before the reader clicks. */
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
