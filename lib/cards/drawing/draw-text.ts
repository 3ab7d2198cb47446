import type { FittedText } from './fit-text'
import type { HeadlineFont } from './headline-font'

type Align = 'start' | 'middle' | 'end'
type TextPosition = { x: number; y: number; colour: string; align?: Align }

const rounded = (value: number) => Math.round(value * 100) / 100

function startOf(x: number, width: number, align: Align): number {
  switch (align) {
    case 'start':
      return x
    case 'middle':
      return x - width / 2
    case 'end':
      return x - width
  }
}

/** The outlines of a line as an SVG path that begins at `x` with its baseline at `y`. */
function linePath(font: HeadlineFont, line: string, x: number, y: number, size: number): string {
  const parts: string[] = []
  for (const glyph of font.shape(line).glyphs) {
    for (const { type, values } of font.outline(glyph)) {
      const points = values.map((value, at) =>
        at % 2 === 0
          ? rounded(x + (glyph.x + value) * size)
          : rounded(y - (glyph.y + value) * size),
      )
      parts.push(type + points.join(' '))
    }
  }
  return parts.join('')
}

/** The baseline below the top of the line box, as browsers place it: half the leading above. */
function baselineIn(font: HeadlineFont, linePixels: number, size: number): number {
  const { ascent, descent } = font
  return (linePixels - (ascent + descent) * size) / 2 + ascent * size
}

/** A fitted text as SVG: `y` is its upper edge, `x` its left edge, middle or right edge. */
export function drawText(
  font: HeadlineFont,
  { lines, size, linePixels }: FittedText,
  { x, y, colour, align = 'start' }: TextPosition,
): string {
  const first = y + baselineIn(font, linePixels, size)
  const paths = lines.map((line, at) => {
    const { advance, ink } = font.shape(line)
    const start = startOf(x, advance * size, align)
    // Ink that hangs out to the left is part of the line's width (fit-text.ts).
    const hang = align === 'start' ? -Math.min(0, ink.left) * size : 0
    return linePath(font, line, start + hang, first + at * linePixels, size)
  })
  return `<path fill="${colour}" d="${paths.join('')}"/>`
}

type Line = TextPosition & { size: number }

/** One line as SVG with its baseline at `y`. */
export function drawLine(
  font: HeadlineFont,
  line: string,
  { x, y, colour, size, align }: Line,
): string {
  const start = startOf(x, font.shape(line).advance * size, align ?? 'start')
  return `<path fill="${colour}" d="${linePath(font, line, start, y, size)}"/>`
}
