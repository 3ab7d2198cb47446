import { countGraphemes } from '@/lib/bengali/text/shorten'

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

let canvasContext: CanvasRenderingContext2D | null = null

function textWidth(text: string, font: string): number {
  canvasContext ??= document.createElement('canvas').getContext('2d')
  if (!canvasContext) return 0
  canvasContext.font = font
  return canvasContext.measureText(text).width
}

/** How many lines the text takes, broken between words as browsers do. */
function countLines(text: string, font: string, lineWidth: number): number {
  const blank = textWidth(' ', font)
  let [lines, at] = [1, 0]
  for (const word of text.split(' ')) {
    const width = textWidth(word, font)
    const isFirst = at === 0
    if (!isFirst && at + blank + width > lineWidth) [lines, at] = [lines + 1, width]
    else at += (isFirst ? 0 : blank) + width
  }
  return lines
}

export type HeadlineFit = { graphemes: number; fitsResult: boolean; fitsCard: boolean }

/** How long a headline is, and whether it stands whole where readers first meet it. For browsers. */
export function measureHeadline(headline: string): HeadlineFit {
  const text = headline.trim()
  return {
    graphemes: countGraphemes(text),
    fitsResult: textWidth(text, resultFont) <= resultPx,
    fitsCard: countLines(text, cardFont, cardPx) <= cardLines,
  }
}
