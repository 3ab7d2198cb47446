import { InlineText } from '@/components/article/InlineText'
import type { ParagraphBlock } from '@/lib/content-model/blocks/paragraph'
import type { BlockViewProps } from './block-view'

/** A paragraph. The dateline stands at the head of the story's first one. */
export function ParagraphView({ block, dateline }: BlockViewProps<ParagraphBlock>) {
  return (
    <p>
      {dateline && <b className="pr-2">{dateline}</b>}
      <InlineText content={block.content} />
    </p>
  )
}
