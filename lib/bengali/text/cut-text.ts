const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' })

/** The space is searched this far before the limit: farther than any word is long. */
const nearness = 200
const LAST_BLANK = /\s(?=\S*$)/u

function endOfPiece(text: string, maxLength: number): number {
  const near = text.slice(maxLength - nearness, maxLength)
  const blank = LAST_BLANK.exec(near)
  if (blank) return maxLength - near.length + blank.index + 1
  let end = 0
  for (const { index } of graphemes.segment(text.slice(0, maxLength))) end = index
  return end || maxLength
}

/**
 * The text in pieces of at most `most` UTF-16 units (1,000 or more), which together are the text. A piece ends after a
 * blank where one is near, and never inside a letter, so that each passes text normalization unchanged.
 */
export function cutText(text: string, maxLength: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > maxLength) {
    const end = endOfPiece(rest, maxLength)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest ? [...pieces, rest] : pieces
}
