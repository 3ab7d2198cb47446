import { StoryTable } from '@/components/article/StoryTable'
import type { BlockByKind, BlockKind } from '@/lib/content-model/blocks/registry'
import type { BlockView } from './block-view'
import { EmbedView } from './EmbedView'
import { FactBoxView } from './FactBoxView'
import { ImageView } from './ImageView'
import { ListView } from './ListView'
import { ParagraphView } from './ParagraphView'
import { QuoteView } from './QuoteView'
import { SubheadingView } from './SubheadingView'

/** How each block kind looks on the page. A kind without a view does not compile. */
export const blockViews: { [K in BlockKind]: BlockView<BlockByKind[K]> } = {
  paragraph: ParagraphView,
  subheading: SubheadingView,
  quote: QuoteView,
  list: ListView,
  image: ImageView,
  embed: EmbedView,
  table: ({ block }) => <StoryTable table={block} />,
  factBox: FactBoxView,
}
