import { bindHeadline } from '@/lib/bengali/bind'

type HeadlineProps = { text: string }

/** A headline's words, with what belongs together kept on one line. */
export function Headline({ text }: HeadlineProps) {
  return bindHeadline(text).map((piece, index) =>
    piece.isBound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <span key={index} className="whitespace-nowrap">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}
