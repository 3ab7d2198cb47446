import type { ReactNode } from 'react'
import type { Picture } from '@/lib/content-model/article'

/** The props of a block's view. Only the story's first paragraph gets the dateline. */
export type BlockViewProps<Block> = {
  block: Block
  dateline: string | null | undefined
  pictures: Record<number, Picture>
}

export type BlockView<Block> = (props: BlockViewProps<Block>) => ReactNode
