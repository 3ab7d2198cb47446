import { bindHeadline } from '@/lib/bengali/bind'
import type { Matcher } from '@/lib/search/highlight'
import { MarkedText } from './MarkedText'

type MarkedHeadlineProps = { text: string; matches: Matcher }

/** As `Headline`, with the words that were looked for marked. */
export function MarkedHeadline({ text, matches }: MarkedHeadlineProps) {
  return bindHeadline(text).map((piece, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      key={index}
      className={piece.isBound ? 'whitespace-nowrap' : undefined}
    >
      <MarkedText text={piece.text} matches={matches} />
    </span>
  ))
}
