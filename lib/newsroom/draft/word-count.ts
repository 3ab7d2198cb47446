import { listWords } from '@/lib/bengali/text/shorten'
import { type Block, type Body, blockText } from '@/lib/content-model/body'

const known = new WeakMap<Block, number>()

function wordsIn(block: Block): number {
  const count = known.get(block) ?? listWords(blockText(block)).length
  known.set(block, count)
  return count
}

/** How many words a body has, as the article's `wordCount`. A block that did not change is not counted again. */
export const countWords = (body: Body): number =>
  body.reduce((count, block) => count + wordsIn(block), 0)
