import { cutText } from '@/lib/bengali/text/cut-text'
import {
  childrenOf,
  type EditorNode,
  linesOf,
  nodeReader,
  wordsOf,
} from '@/lib/content-model/blocks/editor-node'
import { definitionOfNode } from '@/lib/content-model/blocks/registry'
import { type Block, type Body, blockText } from '@/lib/content-model/body'
import { maxUnfinishedBlocks, unfinishedBlock } from '@/lib/content-model/input'
import { limits } from '@/lib/content-model/text-input'

// The most pieces of a text that fits in no block; no story is longer.
const maxPieces = 500

function paragraphOf(text: string): Block[] {
  const pieces = cutText(text, limits.run).slice(0, maxPieces)
  return pieces.length > 0
    ? [{ kind: 'paragraph', content: pieces.map((piece) => ({ text: piece })) }]
    : []
}

/** The blocks of a top node; content that no block can hold is kept as plain paragraphs. */
export function readBlocks(of: EditorNode): Block[] {
  const block = unfinishedBlock.safeParse(definitionOfNode(of.type).fromEditorNode(of, nodeReader))
  return block.success ? [block.data] : linesOf(of).map(wordsOf).flatMap(paragraphOf)
}

const isEmptyParagraph = (block: Block) => block.kind === 'paragraph' && block.content.length === 0

/**
 * The blocks of a working copy: without empty paragraphs at the end, and at most as many as allowed; the text of
 * further blocks is added to the last.
 */
export function limitBlocks(blocks: Body): Body {
  const maxBlocks = maxUnfinishedBlocks
  const written = blocks.slice(0, blocks.findLastIndex((block) => !isEmptyParagraph(block)) + 1)
  if (written.length <= maxBlocks) return written
  const beyond = written
    .slice(maxBlocks - 1)
    .map(blockText)
    .filter(Boolean)
  return [...written.slice(0, maxBlocks - 1), ...paragraphOf(beyond.join('\n'))]
}

/**
 * The body of a document: blocks that may still be blank, as a working copy keeps them. Whatever the document holds,
 * `unfinishedBody` takes what comes out.
 */
export function parseEditorDocument(document: EditorNode): Body {
  return limitBlocks(childrenOf(document).flatMap(readBlocks))
}
