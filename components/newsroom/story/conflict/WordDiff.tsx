import { compareWords } from '@/lib/newsroom/revisions/compare-words'

type WordDiffProps = {
  before: string
  after: string
  /** Said before each, to who does not see the lines. */
  labels: { deleted: string; inserted: string }
}

/** What became of a text, word by word: struck out, or underlined. Colour only helps. */
export function WordDiff({ before, after, labels }: WordDiffProps) {
  return (
    <>
      {compareWords(before, after).map(({ kind, text }, at) => {
        const key = `${at}:${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const isDeleted = kind === 'deleted'
        const Tag = isDeleted ? 'del' : 'ins'
        const className = isDeleted
          ? 'text-accent line-through decoration-2'
          : 'bg-wash text-good underline decoration-2 underline-offset-4'
        return (
          <Tag key={key} className={className}>
            <span className="sr-only"> [{isDeleted ? labels.deleted : labels.inserted}: </span>
            {text}
            <span className="sr-only">] </span>
          </Tag>
        )
      })}
    </>
  )
}
