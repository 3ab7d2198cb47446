import { checkStyle, type Finding } from '@/lib/bengali/house-style/house-style'
import { definitionOf } from '@/lib/content-model/blocks/registry'
import type { Block } from '@/lib/content-model/body'
import type { StoryContent } from './story-content'

/** The texts of a story that are one paragraph each. */
export const singleLineFields = ['kicker', 'headline', 'standfirst', 'dateline'] as const
export type SingleLineField = (typeof singleLineFields)[number]

const known = new WeakMap<Block, Finding[]>()

/** The house style's findings in a block. The findings of an unchanged block are cached. */
function findingsIn(block: Block): Finding[] {
  const findings =
    known.get(block) ??
    definitionOf(block)
      .paragraphs(block)
      .flatMap((text) => checkStyle(text))
  known.set(block, findings)
  return findings
}

/** The parts of a story that have house style findings, with the number of findings in each. */
export function listStyleFindings(
  content: StoryContent,
): { part: SingleLineField | number; count: number }[] {
  const lines = singleLineFields.map((part) => ({ part, count: checkStyle(content[part]).length }))
  const blocks = content.body.map((block, part) => ({ part, count: findingsIn(block).length }))
  return [...lines, ...blocks].filter(({ count }) => count > 0)
}
