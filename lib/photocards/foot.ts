import { formatDate } from '@/lib/bengali/dates'
import { drawLine, drawText } from '@/lib/cards/draw-text'
import type { Face } from '@/lib/cards/face'
import { fitText } from '@/lib/cards/fit-text'
import { showCode, verifyAddress, verifyPath } from '@/lib/document/verify-address'
import { env } from '@/lib/env'
import messages from '@/messages/bn.json' with { type: 'json' }
import type { CardFace } from './photocard'
import { squareCode } from './square-code'
import { colours, type Faces, margin, rect, type Size } from './style'

const words = messages.photocard

/** What stands below every card, in pixels: whose it is, of which day, and how to check it. */
export const footHeight = 240

const frameSide = 180

/** In the place of the square code, while nothing answers for the card. */
function frame({ medium }: Faces, right: number, middle: number) {
  const [left, top] = [right - frameSide, middle - frameSide / 2]
  const stroke = `fill="none" stroke="${colours.quiet}" stroke-width="2" stroke-dasharray="8 8"`
  const word = { x: left + frameSide / 2, y: middle + 10, colour: colours.quiet, size: 30 }
  const svg = [
    `<rect x="${left}" y="${top}" width="${frameSide}" height="${frameSide}" ${stroke}/>`,
    drawLine(medium, words.preview, { ...word, align: 'middle' }),
  ].join('')
  return { svg, left }
}

type Line = { face: Face; text: string; y: number; size: number; colour: string }

/** One line, `y` being about its baseline, smaller where its measure asks for it. */
function setLine({ face, text, y, size, colour }: Line, measure: number): string {
  const box = { width: measure, height: size * 2, maxSize: size, minSize: 16, maxLines: 1 }
  const fitted = fitText(face, text, { ...box, lineHeight: 1.4 })
  return drawText(face, fitted, { x: margin, y: y - fitted.linePixels * 0.72, colour })
}

const gap = 16

export function foot(faces: Faces, { paper, storyAt, code }: CardFace, size: Size): string[] {
  const { bold, medium } = faces
  const { ink, quiet } = colours
  const top = size.height - footHeight
  const [right, middle] = [size.width - margin, top + footHeight / 2 + 1]
  const { host, origin } = new URL(env.siteUrl)
  const square = code
    ? squareCode(`${origin}${verifyPath(code)}`, { right, middle, dark: ink, light: colours.paper })
    : frame(faces, right, middle)
  const address = `${words.check} ${host}${verifyAddress}`
  const lines: Line[] = [
    { face: bold, text: paper, y: top + 74, size: 54, colour: ink },
    { face: medium, text: formatDate(storyAt), y: top + 120, size: 28, colour: quiet },
    { face: medium, text: address, y: top + 170, size: 26, colour: quiet },
    ...(code ? [{ face: bold, text: showCode(code), y: top + 212, size: 34, colour: ink }] : []),
  ]
  return [
    rect(margin, top, size.width - 2 * margin, 2, ink),
    ...lines.map((each) => setLine(each, square.left - gap - margin)),
    square.svg,
  ]
}
