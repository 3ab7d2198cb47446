import type { Node } from '@tiptap/pm/model'
import type { EditorNode } from '@/lib/content-model/blocks/editor-node'
import type { Block, Body } from '@/lib/content-model/body'
import { limitBlocks, readBlocks } from '@/lib/newsroom/draft/parse-editor-document'

const blocksByNode = new WeakMap<Node, Block[]>()

/** The body of the editor's document. A block that did not change is not read again: a keystroke costs one block. */
export function readBody(document: Node): Body {
  const blocks: Body = []
  document.forEach((node) => {
    const nodeBlocks = blocksByNode.get(node) ?? readBlocks(node.toJSON() as EditorNode)
    blocksByNode.set(node, nodeBlocks)
    blocks.push(...nodeBlocks)
  })
  return limitBlocks(blocks)
}
