import { formatDate } from '@/lib/bengali/calendar/dates'
import type { Size } from '@/lib/cards/drawing/compose'
import { drawLine, drawText } from '@/lib/cards/drawing/draw-text'
import { fitText } from '@/lib/cards/drawing/fit-text'
import type { HeadlineFont } from '@/lib/cards/drawing/headline-font'
import { colours, type Fonts, rect } from '@/lib/cards/drawing/style'
import { env } from '@/lib/env'
import type { PhotocardContent } from '@/lib/photocards/photocard'
import { formatCode, verifyBasePath, verifyPath } from '@/lib/urls/verify-address'
import messages from '@/messages/bn.json' with { type: 'json' }
import { qrCodeSvg } from './qr-code'
import { margin } from './style'

const words = messages.photocard

/** The height of the footer in pixels: paper, date, code and how to verify it. */
export const footerHeight = 240

const frameSide = 180

/** Takes the place of the QR code in a preview, which has no code yet. */
function placeholderFrame({ medium }: Fonts, right: number, middle: number) {
  const [left, top] = [right - frameSide, middle - frameSide / 2]
  const stroke = `fill="none" stroke="${colours.quiet}" stroke-width="2" stroke-dasharray="8 8"`
  const word = { x: left + frameSide / 2, y: middle + 10, colour: colours.quiet, size: 30 }
  const svg = [
    `<rect x="${left}" y="${top}" width="${frameSide}" height="${frameSide}" ${stroke}/>`,
    drawLine(medium, words.preview, { ...word, align: 'middle' }),
  ].join('')
  return { svg, left }
}

type FooterLine = { font: HeadlineFont; text: string; y: number; size: number; colour: string }

/** One line with its baseline at about `y`, set smaller where it would be too wide. */
function setLine({ font, text, y, size, colour }: FooterLine, measure: number): string {
  const box = { width: measure, height: size * 2, maxSize: size, minSize: 16, maxLines: 1 }
  const fitted = fitText(font, text, { ...box, lineHeight: 1.4 })
  return drawText(font, fitted, { x: margin, y: y - fitted.linePixels * 0.72, colour })
}

const gap = 16

export function photocardFooter(
  fonts: Fonts,
  { paper, storyAt, code }: PhotocardContent,
  size: Size,
): string[] {
  const { bold, medium } = fonts
  const { ink, quiet } = colours
  const top = size.height - footerHeight
  const [right, middle] = [size.width - margin, top + footerHeight / 2 + 1]
  const { host, origin } = new URL(env.siteUrl)
  const qrCode = code
    ? qrCodeSvg(`${origin}${verifyPath(code)}`, { right, middle, dark: ink, light: colours.paper })
    : placeholderFrame(fonts, right, middle)
  const address = `${words.check} ${host}${verifyBasePath}`
  const lines: FooterLine[] = [
    { font: bold, text: paper, y: top + 74, size: 54, colour: ink },
    { font: medium, text: formatDate(storyAt), y: top + 120, size: 28, colour: quiet },
    { font: medium, text: address, y: top + 170, size: 26, colour: quiet },
    ...(code ? [{ font: bold, text: formatCode(code), y: top + 212, size: 34, colour: ink }] : []),
  ]
  return [
    rect(margin, top, size.width - 2 * margin, 2, ink),
    ...lines.map((each) => setLine(each, qrCode.left - gap - margin)),
    qrCode.svg,
  ]
}
