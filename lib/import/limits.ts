import { limits } from '@/lib/content-model/text-input'
import type { ImportFault } from './imported-story'

export type NumberedLine = { number: number; text: string }

/** The first line that is longer than what the paper keeps; null when all fit. */
export function findTooLong(
  headlines: NumberedLine[],
  paragraphs: NumberedLine[],
): ImportFault | null {
  const headline = headlines.find(({ text }) => text.length > limits.headline)
  if (headline) {
    return { line: headline.number, reason: `a headline of more than ${limits.headline} letters` }
  }
  const paragraph = paragraphs.find(({ text }) => text.length > limits.run)
  if (paragraph) {
    return { line: paragraph.number, reason: `a paragraph of more than ${limits.run} letters` }
  }
  const excessParagraph = paragraphs[limits.blocks]
  return excessParagraph
    ? { line: excessParagraph.number, reason: `more than ${limits.blocks} paragraphs` }
    : null
}
