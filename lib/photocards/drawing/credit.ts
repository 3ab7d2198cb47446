import { drawText } from '@/lib/cards/drawing/draw-text'
import { fitText } from '@/lib/cards/drawing/fit-text'
import { colours, type Fonts, inkGradient, lineHeight, rect } from '@/lib/cards/drawing/style'
import messages from '@/messages/bn.json' with { type: 'json' }
import type { Area } from './style'

const scrimHeight = 70
const inset = 20

/** The credit at the foot of the picture, over a gradient that keeps it readable. */
export function creditLine({ medium }: Fonts, credit: string, area: Area): string[] {
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const text = messages.photocard.credit.replace('{credit}', credit)
  const box = { width: area.width - 2 * inset, height: 40, maxSize: 22, minSize: 16, maxLines: 1 }
  const fitted = fitText(medium, text, { ...box, lineHeight })
  const y = bottom - fitted.height - 6
  return [
    inkGradient('shade', [
      [0, 0],
      [0.5, 0.6],
      [1, 0.75],
    ]),
    rect(area.left, bottom - scrimHeight, area.width, scrimHeight, 'url(#shade)'),
    drawText(medium, fitted, { x: right - inset, y, colour: colours.paper, align: 'end' }),
  ]
}
