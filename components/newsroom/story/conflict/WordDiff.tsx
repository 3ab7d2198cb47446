import { compareWords, replaceText } from '@/lib/newsroom/revisions/compare-words'

type WordDiffProps = {
  before: string
  after: string
  /** Whether the words are compared; else both texts stand whole. */
  isCompared?: boolean
  /** The prefixes of both texts for screen readers. */
  labels: { deleted: string; inserted: string }
}

/** A word diff: removed words struck out, added words underlined. Colour is not the only sign. */
export function WordDiff({ before, after, isCompared = true, labels }: WordDiffProps) {
  const segments = (isCompared ? compareWords : replaceText)(before, after)
  return (
    <>
      {segments.map(({ kind, text }, at) => {
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
