import { InlineText } from '@/components/article/InlineText'
import type { QuoteBlock } from '@/lib/content-model/blocks/quote'
import type { BlockViewProps } from './block-view'

export function QuoteView({ block }: BlockViewProps<QuoteBlock>) {
  return (
    <figure className="border-l-3 border-accent pl-4">
      <blockquote>
        <p>
          <InlineText content={block.content} />
        </p>
      </blockquote>
      {block.speaker && <figcaption className="text-16 text-quiet">{block.speaker}</figcaption>}
    </figure>
  )
}
