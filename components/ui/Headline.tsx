import { splitHeadline } from '@/lib/bengali/text/headline-breaks'

type HeadlineProps = { text: string }

/** A headline's words, with what belongs together kept on one line. */
export function Headline({ text }: HeadlineProps) {
  return splitHeadline(text).map((piece, index) =>
    piece.isUnbreakable ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <span key={index} className="whitespace-nowrap">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}
