import { compareWords } from '@/lib/newsroom/compare-words'

type WordChangesProps = {
  before: string
  after: string
  /** Said before each, to who does not see the lines. */
  words: { deleted: string; inserted: string }
}

/** What became of a text, word by word: struck out, or underlined. Colour only helps. */
export function WordChanges({ before, after, words }: WordChangesProps) {
  return (
    <>
      {compareWords(before, after).map(({ kind, text }, at) => {
        const key = `${at}:${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const isDeleted = kind === 'deleted'
        const Tag = isDeleted ? 'del' : 'ins'
        const look = isDeleted
          ? 'text-accent line-through decoration-2'
          : 'bg-wash text-good underline decoration-2 underline-offset-4'
        return (
          <Tag key={key} className={look}>
            <span className="sr-only"> [{isDeleted ? words.deleted : words.inserted}: </span>
            {text}
            <span className="sr-only">] </span>
          </Tag>
        )
      })}
    </>
  )
}
