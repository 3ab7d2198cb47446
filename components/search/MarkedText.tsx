import { splitHeadline } from '@/lib/bengali/text/headline-breaks'
import { type Matcher, markWords } from '@/lib/search/highlight'

type MarkedTextProps = { text: string; matches: Matcher }

/** A text with the search terms marked. */
export function MarkedText({ text, matches }: MarkedTextProps) {
  return markWords(text, matches).map((piece, index) =>
    piece.isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <mark key={index}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  )
}

/** As `Headline`, with the search terms marked. */
export function MarkedHeadline({ text, matches }: MarkedTextProps) {
  return splitHeadline(text).map((piece, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      key={index}
      className={piece.isUnbreakable ? 'whitespace-nowrap' : undefined}
    >
      <MarkedText text={piece.text} matches={matches} />
    </span>
  ))
}
