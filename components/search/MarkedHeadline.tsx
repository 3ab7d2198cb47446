import { splitHeadline } from '@/lib/bengali/text/headline-breaks'
import type { Matcher } from '@/lib/search/highlight'
import { MarkedText } from './MarkedText'

type MarkedHeadlineProps = { text: string; matches: Matcher }

/** As `Headline`, with the search terms marked. */
export function MarkedHeadline({ text, matches }: MarkedHeadlineProps) {
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
