import { diffArrays } from 'diff'
import { type Block, blockText } from '@/lib/articles/body'
import { wordPieces } from '@/lib/bengali/word-pieces'
import { isSame, type StoryContent } from './content'

const texts = ['kicker', 'headline', 'standfirst', 'dateline'] as const
const ties = ['category', 'contributorIds', 'topicIds', 'sourceId', 'leadImageId'] as const

type Text = { part: (typeof texts)[number]; one: string; other: string }
type Tie = {
  [Name in (typeof ties)[number]]: {
    part: Name
    one: StoryContent[Name]
    other: StoryContent[Name]
  }
}[(typeof ties)[number]]
/** A paragraph, or another block; null on the side where there is none. */
type Paragraph = { part: 'block'; one: Block | null; other: Block | null }

/** A part of two contents, side by side. */
export type Row = (Text | Tie | Paragraph) & { isSame: boolean }

/** Which side of a row is to stay; both, one after the other. */
export type Side = 'one' | 'other' | 'both'

/** How much of two blocks is the same words: 0 to 1. Blocks of two kinds have nothing in common. */
function likeness(one: Block, other: Block): number {
  if (one.kind !== other.kind) return 0
  const [left, right] = [one, other].map((block) => new Set(wordPieces(blockText(block))))
  if (!left || !right || left.size + right.size === 0) return 1
  const shared = [...left].filter((word) => right.has(word)).length
  return (2 * shared) / (left.size + right.size)
}

// Below this two paragraphs are not the same one, rewritten.
const leastLikeness = 0.4
// Pairing is quadratic: a stretch of more blocks than that is told side by side.
const mostPairs = 10_000

const alone = (one: Block | null, other: Block | null): Row => ({
  ...{ part: 'block', one, other },
  isSame: false,
})

/** Rewritten paragraphs beside what they were, in both orders at once: the pairing with the most in common. */
function pair(ones: Block[], others: Block[]): Row[] {
  if (ones.length * others.length > mostPairs || ones.length * others.length === 0)
    return [
      ...ones.map((block) => alone(block, null)),
      ...others.map((block) => alone(null, block)),
    ]
  const best: number[][] = Array.from({ length: ones.length + 1 }, () =>
    new Array<number>(others.length + 1).fill(0),
  )
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const alike = ones.map((one) => others.map((other) => likeness(one, other)))
  const like = (i: number, j: number) => {
    const value = alike[i]?.[j] ?? 0
    return value >= leastLikeness ? value : 0
  }
  for (let i = ones.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), like(i, j) && like(i, j) + at(i + 1, j + 1))
    }
  }
  const rows: Row[] = []
  let [i, j] = [0, 0]
  while (i < ones.length || j < others.length) {
    const [one, other] = [ones[i] ?? null, others[j] ?? null]
    if (one && other && like(i, j) && at(i, j) === like(i, j) + at(i + 1, j + 1)) {
      rows.push(alone(one, other))
      i++
      j++
    } else if (one && (!other || at(i, j) === at(i + 1, j))) {
      rows.push(alone(one, null))
      i++
    } else {
      rows.push(alone(null, other))
      j++
    }
  }
  return rows
}

function compareBodies(one: Block[], other: Block[]): Row[] {
  const rows: Row[] = []
  let removed: Block[] = []
  let added: Block[] = []
  const settle = () => {
    rows.push(...pair(removed, added))
    ;[removed, added] = [[], []]
  }
  for (const change of diffArrays(one, other, { comparator: isSame })) {
    if (change.removed) removed.push(...change.value)
    else if (change.added) added.push(...change.value)
    else {
      settle()
      rows.push(...change.value.map((block): Row => ({ ...alone(block, block), isSame: true })))
    }
  }
  settle()
  return rows
}

/** Two contents, part by part, in the order of the form. */
export function compareContents(one: StoryContent, other: StoryContent): Row[] {
  const rowOf = (part: (typeof texts)[number] | (typeof ties)[number]) =>
    ({ part, one: one[part], other: other[part], isSame: isSame(one[part], other[part]) }) as Row
  return [...texts.map(rowOf), ...compareBodies(one.body, other.body), ...ties.map(rowOf)]
}

/** Whether both sides of a row can stay. */
export const canBeBoth = (row: Row): boolean =>
  row.part === 'block'
    ? row.one !== null && row.other !== null
    : row.part !== 'category' && row.part !== 'sourceId' && row.part !== 'leadImageId'

const joined = (one: string, other: string) => [one, other].filter((text) => text.trim()).join(' ')

function chosenPart(row: Exclude<Row, { part: 'block' }>, side: Side): Partial<StoryContent> {
  if (side !== 'both') return { [row.part]: row[side] }
  switch (row.part) {
    case 'contributorIds':
    case 'topicIds':
      return { [row.part]: [...new Set([...row.one, ...row.other])] }
    case 'category':
    case 'sourceId':
    case 'leadImageId':
      return { [row.part]: row.one }
    default:
      return { [row.part]: joined(row.one, row.other) }
  }
}

function chosenBlocks(row: Row & Paragraph, side: Side): Block[] {
  const blocks = side === 'both' ? [row.one, row.other] : [row[side]]
  return blocks.filter((block) => block !== null)
}

/** The content that was chosen: for each row that differs a side, in their order. */
export function chosenContent(rows: Row[], sideOf: (row: Row, at: number) => Side): StoryContent {
  const body: Block[] = []
  let rest = {}
  for (const [at, row] of rows.entries()) {
    const side = row.isSame ? 'one' : sideOf(row, at)
    if (row.part === 'block') body.push(...chosenBlocks(row, side))
    else rest = { ...rest, ...chosenPart(row, side) }
  }
  // Every part of a content has its row.
  return { ...rest, body } as StoryContent
}
