import { countGraphemes } from '@/lib/bengali/shorten'

/**
 * The line of a search result in Google's desktop page: 600 px of 20 px type. Google names no number (“truncated as
 * needed, typically to fit the device width”, developers.google.com/search/docs/appearance/title-link); the width is
 * that of its result column, as those who measure it report.
 */
const resultPx = 600
const resultFont = '20px "Noto Sans Bengali", sans-serif'

/** A card of আরও পড়ুন on a phone of 360 px: half of it less margins and gutter, three lines (components/article/ReadMore). */
const cardPx = 156
const cardLines = 3
const cardFont = 'bold 16px "Dainik Serif", "Noto Serif Bengali", serif'

let pen: CanvasRenderingContext2D | null = null

function widthOf(text: string, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return 0
  pen.font = font
  return pen.measureText(text).width
}

/** How many lines the text takes, broken between words as browsers do. */
function linesOf(text: string, font: string, lineWidth: number): number {
  const blank = widthOf(' ', font)
  let [lines, at] = [1, 0]
  for (const word of text.split(' ')) {
    const width = widthOf(word, font)
    const isFirst = at === 0
    if (!isFirst && at + blank + width > lineWidth) [lines, at] = [lines + 1, width]
    else at += (isFirst ? 0 : blank) + width
  }
  return lines
}

export type HeadlineRoom = { letters: number; fitsResult: boolean; fitsCard: boolean }

/** How long a headline is, and whether it stands whole where readers first meet it. For browsers. */
export function roomOf(headline: string): HeadlineRoom {
  const text = headline.trim()
  return {
    letters: countGraphemes(text),
    fitsResult: widthOf(text, resultFont) <= resultPx,
    fitsCard: linesOf(text, cardFont, cardPx) <= cardLines,
  }
}
