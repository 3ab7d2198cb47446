import { useTranslations } from 'next-intl'
import type { FactBoxBlock } from '@/lib/content-model/blocks/fact-box'
import type { BlockViewProps } from './block-view'
import { ListView } from './ListView'
import { ParagraphView } from './ParagraphView'

/** Facts beside the story, between two rules. */
export function FactBoxView({ block: { title, content }, pictures }: BlockViewProps<FactBoxBlock>) {
  const t = useTranslations('article')
  return (
    <aside
      // Pasted into a story it is a fact box again.
      data-fact-box
      aria-label={title ?? t('factBox')}
      className="grid gap-3 border-t-3 border-b border-ink py-4 text-16 wrap-anywhere"
    >
      {title && <h2 className="text-19">{title}</h2>}
      {content.map((part, index) => {
        const props = { dateline: null, pictures }
        return part.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <ListView key={index} block={part} {...props} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <ParagraphView key={index} block={part} {...props} />
        )
      })}
    </aside>
  )
}
