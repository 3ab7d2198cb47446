import type { PasteRule } from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { editorBlocks } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import type { Block } from '@/lib/content-model/body'
import type { PastedBlock } from './pasted'
import type { Run } from './text-runs'

/** How blocks of its kind are pasted. */
export const pasteRuleOf = ({ kind }: PastedBlock): PasteRule<Block> =>
  editorBlocks[kind].paste as PasteRule<Block>

/** A block as lines of text, for places that allow only text. */
export const pastedLines = (block: PastedBlock): Run[][] => pasteRuleOf(block).lines(block)
