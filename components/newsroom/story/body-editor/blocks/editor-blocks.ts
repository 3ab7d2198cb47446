import { type EditorState, NodeSelection } from '@tiptap/pm/state'
import {
  type BlockByKind,
  type BlockKind,
  kindOfNodeType,
} from '@/lib/content-model/blocks/registry'
import type { EditorBlock } from './editor-block'
import { embedEditorBlock } from './embed/embed'
import { factBoxEditorBlock } from './fact-box'
import { imageEditorBlock } from './image/image'
import { listEditorBlock } from './list'
import { paragraphEditorBlock } from './paragraph'
import { quoteEditorBlock } from './quote'
import { subheadingEditorBlock } from './subheading'
import { tableEditorBlock } from './table/table'

/** How each block kind is written, in the order of the toolbar. A kind without an entry does not compile. */
export const editorBlocks: { [K in BlockKind]: EditorBlock<BlockByKind[K]> } = {
  paragraph: paragraphEditorBlock,
  subheading: subheadingEditorBlock,
  quote: quoteEditorBlock,
  list: listEditorBlock,
  image: imageEditorBlock,
  table: tableEditorBlock,
  embed: embedEditorBlock,
  factBox: factBoxEditorBlock,
}

const kinds = Object.keys(editorBlocks) as BlockKind[]

/** All entries with their kinds, for code that treats every kind alike. */
export const editorBlockEntries = kinds.map((kind) => ({
  kind,
  block: editorBlocks[kind] as EditorBlock<BlockByKind[BlockKind]>,
}))

export const editorBlockOf = (kind: BlockKind) =>
  editorBlocks[kind] as EditorBlock<BlockByKind[BlockKind]>

/** The kind of the block that is selected or has the caret in it. */
export function currentKind({ selection }: EditorState): BlockKind | null {
  const { $from } = selection
  const selected = selection instanceof NodeSelection ? selection.node : null
  const name = $from.depth > 0 ? $from.node(1).type.name : selected?.type.name
  return (name && kindOfNodeType(name)) || null
}
