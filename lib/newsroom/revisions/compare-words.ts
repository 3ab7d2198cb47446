import { diffArrays } from 'diff'
import { wordPieces } from '@/lib/bengali/text/word-pieces'

/** A stretch of two texts: in both, only in the older, or only in the newer. */
export type DiffSegment = { kind: 'same' | 'deleted' | 'inserted'; text: string }

/** The text between two changed words: a blank there carries no information. */
const isBlank = (segment: DiffSegment | undefined) =>
  segment?.kind === 'same' && segment.text.trim() === ''

type Change = { deleted: string; inserted: string }

const segmentsOf = ({ deleted, inserted }: Change): DiffSegment[] => [
  ...(deleted ? [{ kind: 'deleted' as const, text: deleted }] : []),
  ...(inserted ? [{ kind: 'inserted' as const, text: inserted }] : []),
]

/** Changed words that stand beside one another as one change, so that each side can be read. */
function mergeChanges(segments: DiffSegment[]): DiffSegment[] {
  const merged: DiffSegment[] = []
  let change: Change = { deleted: '', inserted: '' }
  for (const [at, segment] of segments.entries()) {
    const { kind, text } = segment
    if (
      kind === 'same' &&
      change.deleted &&
      change.inserted &&
      isBlank(segment) &&
      segments[at + 1]
    ) {
      change.deleted += text
      change.inserted += text
    } else if (kind === 'same') {
      merged.push(...segmentsOf(change), segment)
      change = { deleted: '', inserted: '' }
    } else change[kind] += text
  }
  return [...merged, ...segmentsOf(change)]
}

// The time is quadratic in the number of changed words; a text with more changes is shown as changed entirely.
const diffOptions = { maxEditLength: 500 }

/** Both texts as a whole, without comparing words. */
export const replaceText = (before: string, after: string): DiffSegment[] =>
  before === after
    ? [{ kind: 'same', text: after }]
    : segmentsOf({ deleted: before, inserted: after })

/** The changes between two texts word by word, in reading order. Words are never split. */
export function compareWords(before: string, after: string): DiffSegment[] {
  const changes = diffArrays(wordPieces(before), wordPieces(after), diffOptions)
  if (!changes) return replaceText(before, after)
  return mergeChanges(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value.join(''),
    })),
  )
}
