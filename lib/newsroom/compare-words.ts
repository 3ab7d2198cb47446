import { diffArrays } from 'diff'
import { wordPieces } from '@/lib/bengali/word-pieces'

/** A stretch of two texts: in both, only in the older, or only in the newer. */
export type Stretch = { kind: 'same' | 'deleted' | 'inserted'; text: string }

/** What was between two words that were both changed: a blank there tells nobody anything. */
const isBlank = (stretch: Stretch | undefined) =>
  stretch?.kind === 'same' && stretch.text.trim() === ''

type Change = { deleted: string; inserted: string }

const stretchesOf = ({ deleted, inserted }: Change): Stretch[] => [
  ...(deleted ? [{ kind: 'deleted' as const, text: deleted }] : []),
  ...(inserted ? [{ kind: 'inserted' as const, text: inserted }] : []),
]

/** Changed words that stand beside one another as one change, so that each side can be read. */
function gather(stretches: Stretch[]): Stretch[] {
  const gathered: Stretch[] = []
  let change: Change = { deleted: '', inserted: '' }
  for (const [at, stretch] of stretches.entries()) {
    const { kind, text } = stretch
    if (
      kind === 'same' &&
      change.deleted &&
      change.inserted &&
      isBlank(stretch) &&
      stretches[at + 1]
    ) {
      change.deleted += text
      change.inserted += text
    } else if (kind === 'same') {
      gathered.push(...stretchesOf(change), stretch)
      change = { deleted: '', inserted: '' }
    } else change[kind] += text
  }
  return [...gathered, ...stretchesOf(change)]
}

// Two bodies of a paper compare in milliseconds; what was made to be slow is told as wholly changed.
const most = { timeout: 500 }

/** What became of the words of a text, in the order in which they are read. Whole words, never parts of them. */
export function compareWords(before: string, after: string): Stretch[] {
  const changes = diffArrays(wordPieces(before), wordPieces(after), most)
  if (!changes) return stretchesOf({ deleted: before, inserted: after })
  return gather(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value.join(''),
    })),
  )
}
