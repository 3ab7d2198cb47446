import { diffArrays } from 'diff'
import { wordPieces } from '@/lib/bengali/text/word-pieces'
import { type Block, blockText } from '@/lib/content-model/body'
import { canonicalJson, isSame, type StoryContent } from '@/lib/newsroom/draft/story-content'

const textFields = ['kicker', 'headline', 'standfirst', 'dateline'] as const
const referenceFields = [
  'category',
  'contributorIds',
  'topicIds',
  'sourceId',
  'leadImageId',
  'leadWords',
] as const

type TextRow = { part: (typeof textFields)[number]; one: string; other: string }
type ReferenceRow = {
  [Name in (typeof referenceFields)[number]]: {
    part: Name
    one: StoryContent[Name]
    other: StoryContent[Name]
  }
}[(typeof referenceFields)[number]]
/** A paragraph, or another block; null on the side where there is none. */
type BlockRow = { part: 'block'; one: Block | null; other: Block | null }

/** A part of two contents, side by side. */
export type ComparisonRow = (TextRow | ReferenceRow | BlockRow) & { isSame: boolean }

/** The chosen side of a row; `both` keeps one after the other. */
export type Side = 'one' | 'other' | 'both'

type BlockWords = { kind: Block['kind']; words: Set<string> }

const wordsOf = (block: Block): BlockWords => ({
  kind: block.kind,
  words: new Set(wordPieces(blockText(block))),
})

/** How much of two blocks is the same words: 0 to 1. Blocks of two kinds have nothing in common. */
function similarity(one: BlockWords, other: BlockWords): number {
  if (one.kind !== other.kind) return 0
  const total = one.words.size + other.words.size
  const shared = [...one.words].filter((word) => other.words.has(word)).length
  return total === 0 ? 1 : (2 * shared) / total
}

// Below this two paragraphs are not the same one, rewritten.
const minSimilarity = 0.4
// Pairing is quadratic: a longer run of changed blocks is shown side by side without it.
const maxPairs = 10_000

const blockRow = (one: Block | null, other: Block | null): ComparisonRow => ({
  part: 'block',
  one,
  other,
  isSame: false,
})

/** Rewritten paragraphs beside what they were, in both orders at once: the pairing with the most in common. */
function alignBlocks(ones: Block[], others: Block[]): ComparisonRow[] {
  if (ones.length * others.length > maxPairs || ones.length * others.length === 0)
    return [
      ...ones.map((block) => blockRow(block, null)),
      ...others.map((block) => blockRow(null, block)),
    ]
  const best: number[][] = Array.from({ length: ones.length + 1 }, () =>
    new Array<number>(others.length + 1).fill(0),
  )
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const otherWords = others.map(wordsOf)
  const similarities = ones.map((block) => {
    const words = wordsOf(block)
    return otherWords.map((other) => similarity(words, other))
  })
  const similarityAt = (i: number, j: number) => {
    const value = similarities[i]?.[j] ?? 0
    return value >= minSimilarity ? value : 0
  }
  for (let i = ones.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row)
        row[j] = Math.max(
          at(i + 1, j),
          at(i, j + 1),
          similarityAt(i, j) && similarityAt(i, j) + at(i + 1, j + 1),
        )
    }
  }
  const rows: ComparisonRow[] = []
  let [i, j] = [0, 0]
  while (i < ones.length || j < others.length) {
    const [one, other] = [ones[i] ?? null, others[j] ?? null]
    if (one && other && similarityAt(i, j) && at(i, j) === similarityAt(i, j) + at(i + 1, j + 1)) {
      rows.push(blockRow(one, other))
      i++
      j++
    } else if (one && (!other || at(i, j) === at(i + 1, j))) {
      rows.push(blockRow(one, null))
      i++
    } else {
      rows.push(blockRow(null, other))
      j++
    }
  }
  return rows
}

// The time of a comparison grows with the square of what changed, and the server does nothing else meanwhile.
const maxChangedBlocks = 1_000

/** Whether so much differs that blocks were not matched with each other. */
export const isTooDifferent = (rows: ComparisonRow[]): boolean =>
  rows.filter((row) => row.part === 'block' && !row.isSame).length > maxChangedBlocks

function compareBodies(one: Block[], other: Block[]): ComparisonRow[] {
  const changes = diffArrays(one.map(canonicalJson), other.map(canonicalJson), {
    maxEditLength: maxChangedBlocks,
  })
  if (!changes)
    return [
      ...one.map((block) => blockRow(block, null)),
      ...other.map((block) => blockRow(null, block)),
    ]
  let [oneAt, otherAt] = [0, 0]
  const rows: ComparisonRow[] = []
  let removed: Block[] = []
  let added: Block[] = []
  const flush = () => {
    rows.push(...alignBlocks(removed, added))
    ;[removed, added] = [[], []]
  }
  for (const change of changes) {
    const from = change.added ? [] : one.slice(oneAt, oneAt + change.count)
    const to = change.removed ? [] : other.slice(otherAt, otherAt + change.count)
    oneAt += from.length
    otherAt += to.length
    if (change.removed) removed.push(...from)
    else if (change.added) added.push(...to)
    else {
      flush()
      rows.push(...from.map((block, at) => ({ ...blockRow(block, to[at] ?? null), isSame: true })))
    }
  }
  flush()
  return rows
}

/** Two contents, part by part, in the order of the form. */
export function compareContents(one: StoryContent, other: StoryContent): ComparisonRow[] {
  const rowOf = (part: (typeof textFields)[number] | (typeof referenceFields)[number]) =>
    ({
      part,
      one: one[part],
      other: other[part],
      isSame: isSame(one[part], other[part]),
    }) as ComparisonRow
  return [
    ...textFields.map(rowOf),
    ...compareBodies(one.body, other.body),
    ...referenceFields.map(rowOf),
  ]
}

/** Parts of which a story has one. */
const onlyOne = ['category', 'sourceId', 'leadImageId', 'leadWords'] as const

/** Whether both sides of a row can stay. */
export const canBeBoth = (row: ComparisonRow): boolean =>
  row.part === 'block'
    ? row.one !== null && row.other !== null
    : !onlyOne.some((part) => part === row.part)

const joined = (one: string, other: string) => [one, other].filter((text) => text.trim()).join(' ')

function chosenPart(
  row: Exclude<ComparisonRow, { part: 'block' }>,
  side: Side,
): Partial<StoryContent> {
  if (side !== 'both') return { [row.part]: row[side] }
  switch (row.part) {
    case 'contributorIds':
    case 'topicIds':
      return { [row.part]: [...new Set([...row.one, ...row.other])] }
    case 'category':
    case 'sourceId':
    case 'leadImageId':
    case 'leadWords':
      return { [row.part]: row.one }
    default:
      return { [row.part]: joined(row.one, row.other) }
  }
}

function chosenBlocks(row: ComparisonRow & BlockRow, side: Side): Block[] {
  const blocks = side === 'both' ? [row.one, row.other] : [row[side]]
  return blocks.filter((block) => block !== null)
}

/** The content that was chosen: for each row that differs a side, in their order. */
export function chosenContent(
  rows: ComparisonRow[],
  sideOf: (row: ComparisonRow, at: number) => Side,
): StoryContent {
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
