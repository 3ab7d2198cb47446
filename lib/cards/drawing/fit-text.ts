import { countGraphemes, shorten } from '@/lib/bengali/text/shorten'
import type { HeadlineFont } from './headline-font'
import { breakPart, type Fits, unbrokenParts, wrap } from './wrap'

/** The box of a text. Lengths are in pixels, `lineHeight` in ems. */
export type TextBox = {
  width: number
  height: number
  maxSize: number
  minSize: number
  maxLines: number
  lineHeight: number
}

export type FittedText = {
  lines: string[]
  size: number
  /** From one baseline to the next, in pixels. */
  linePixels: number
  /** The height of all lines together, in pixels. */
  height: number
  /** False when the text was cut and ends in an ellipsis. */
  isWhole: boolean
}

const sizeStep = 2

/** The width of a line in pixels with overhanging ink. */
export function lineWidth(font: HeadlineFont, line: string, size: number): number {
  const { advance, ink } = font.shape(line)
  return (Math.max(advance, ink.right) - Math.min(0, ink.left)) * size
}

const linesAt = ({ maxLines, height, lineHeight }: TextBox, size: number) =>
  Math.max(1, Math.min(maxLines, Math.floor(height / (size * lineHeight))))

/** The same number of lines, as even as possible: the narrowest measure that needs no more lines. */
function balance(parts: string[], lines: string[], widthOf: (line: string) => number): string[] {
  let balanced = lines
  let wide = Math.ceil(Math.max(0, ...lines.map(widthOf)))
  let narrow = 0
  while (wide - narrow > 1) {
    const middle = Math.floor((wide + narrow) / 2)
    const tried = wrap(parts, (line) => widthOf(line) <= middle)
    const isEnough = tried !== null && tried.length <= lines.length
    if (isEnough) balanced = tried
    if (isEnough) wide = middle
    else narrow = middle
  }
  return balanced
}

/** As much of the text as fits into `most` lines, in whole words where at least one fits. */
function truncate(text: string, most: number, fits: Fits) {
  const set = (shown: string) => {
    const lines = wrap(
      unbrokenParts(shown).flatMap((part) => breakPart(part, fits)),
      fits,
    )
    return lines && lines.length <= most ? lines : null
  }
  const whole = set(text)
  if (whole) return { lines: whole, isWhole: true }
  let lines = set('…') ?? []
  let fewest = 0
  let tooMany = countGraphemes(text)
  while (tooMany - fewest > 1) {
    const middle = Math.floor((fewest + tooMany) / 2)
    const tried = set(shorten(text, middle))
    if (tried) lines = tried
    if (tried) fewest = middle
    else tooMany = middle
  }
  return { lines, isWhole: false }
}

/**
 * The text in the largest size between `maxSize` and `minSize` that fits; at `minSize` it is cut after a whole word, with
 * an ellipsis. No line is wider than the box.
 */
export function fitText(font: HeadlineFont, text: string, box: TextBox): FittedText {
  const fitted = (size: number, lines: string[], isWhole: boolean): FittedText => {
    const linePixels = size * box.lineHeight
    return { lines, size, linePixels, height: lines.length * linePixels, isWhole }
  }
  const parts = unbrokenParts(text)
  for (let size = box.maxSize; size >= box.minSize; size -= sizeStep) {
    const widthOf = (line: string) => lineWidth(font, line, size)
    const lines = wrap(parts, (line) => widthOf(line) <= box.width)
    if (lines && lines.length <= linesAt(box, size))
      return fitted(size, balance(parts, lines, widthOf), true)
  }
  const { minSize: size } = box
  const { lines, isWhole } = truncate(
    text,
    linesAt(box, size),
    (line) => lineWidth(font, line, size) <= box.width,
  )
  return fitted(size, lines, isWhole)
}

const smallestShare = 0.7

/** A label on one line, set smaller or cut with an ellipsis where it is too long. Lengths are in pixels. */
export function fitLine(
  font: HeadlineFont,
  text: string,
  { width, size }: { width: number; size: number },
) {
  const minSize = Math.round(size * smallestShare)
  const room = { width, height: size, maxSize: size, minSize, maxLines: 1, lineHeight: 1 }
  const fitted = fitText(font, text, room)
  return { line: fitted.lines[0] ?? '', size: fitted.size }
}
