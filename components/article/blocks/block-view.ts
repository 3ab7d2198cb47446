import type { ReactNode } from 'react'
import type { Picture } from '@/lib/content-model/article'

/** What a block's view is drawn from. The dateline is given to the first paragraph of the story only. */
export type BlockViewProps<Block> = {
  block: Block
  dateline: string | null | undefined
  pictures: Record<number, Picture>
}

export type BlockView<Block> = (props: BlockViewProps<Block>) => ReactNode
