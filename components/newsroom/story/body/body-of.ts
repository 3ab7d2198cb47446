import type { Node } from '@tiptap/pm/model'
import type { Block, Body } from '@/lib/articles/body'
import type { DocumentNode } from '@/lib/newsroom/body-document'
import { readBlocks, settleBlocks } from '@/lib/newsroom/read-document'

const known = new WeakMap<Node, Block[]>()

/** The body of the editor's document. A block that did not change is not read again: a keystroke costs one block. */
export function bodyOf(document: Node): Body {
  const blocks: Body = []
  document.forEach((node) => {
    const read = known.get(node) ?? readBlocks(node.toJSON() as DocumentNode)
    known.set(node, read)
    blocks.push(...read)
  })
  return settleBlocks(blocks)
}
