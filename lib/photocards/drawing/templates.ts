import type { Size } from '@/lib/cards/drawing/compose'
import { drawLine, drawText } from '@/lib/cards/drawing/draw-text'
import { fitText, type TextBox } from '@/lib/cards/drawing/fit-text'
import type { HeadlineFont } from '@/lib/cards/drawing/headline-font'
import { colours, type Fonts, lineHeight, rect } from '@/lib/cards/drawing/style'
import type { PhotocardWords } from '@/lib/photocards/photocard'
import { footerHeight } from './footer'
import { type Area, margin } from './style'

/** The part of a card above its footer. */
export type CardBody = {
  /** The room of the picture; null for a template without one. */
  area: Area | null
  /** Draws the part. @param area the same, or null when no picture fills it */
  draw: (area: Area | null) => string[]
}

type Says<Name extends PhotocardWords['template']> = Extract<PhotocardWords, { template: Name }>
type TemplateContext = { faces: Fonts; size: Size; category: string }

const barHeight = 14
const kickerSize = 32

const setIn = (font: HeadlineFont, text: string, box: Omit<TextBox, 'lineHeight'>) =>
  fitText(font, text, { ...box, lineHeight })

const kicker = ({ faces, category }: TemplateContext, y: number) =>
  drawLine(faces.bold, category, { x: margin, y, colour: colours.accent, size: kickerSize })

const bar = (width: number) => rect(0, 0, width, barHeight, colours.accent)

/** From the top of the text's part to its first line: the kicker and the space around it. */
const kickerRoom = 76
const airBelow = 22

/** The headline takes the room it needs, the picture the rest; without a picture the headline is as large as it fits. */
export function headlineCard(context: TemplateContext, { headline }: Says<'headline'>): CardBody {
  const { faces, size } = context
  const upper = size.height - footerHeight
  const width = size.width - 2 * margin
  const below = { width, height: upper * 0.44 - kickerRoom, maxSize: 88, minSize: 38, maxLines: 5 }
  const small = setIn(faces.bold, headline, below)
  const height = Math.round(upper - kickerRoom - small.height - airBelow)
  return {
    area: { left: 0, top: 0, width: size.width, height },
    draw: (area) => {
      if (area) {
        const place = { x: margin, y: area.height + kickerRoom, colour: colours.ink }
        return [kicker(context, area.height + 58), drawText(faces.bold, small, place)]
      }
      const from = barHeight + kickerRoom
      const alone = { width, height: upper - from - airBelow }
      const large = setIn(faces.bold, headline, {
        ...alone,
        maxSize: 190,
        minSize: 44,
        maxLines: 9,
      })
      const y = from + (alone.height - large.height) / 2
      const place = { x: margin, y, colour: colours.ink }
      return [bar(size.width), kicker(context, 84), drawText(faces.bold, large, place)]
    },
  }
}

const markPlace = { x: margin - 8, y: 200, size: 190 }
const markRoom = 170
const columnWidth = 408

/** The quote, large, and its speaker; the picture is a column beside it. */
export function quoteCard(
  { faces, size }: TemplateContext,
  { quote, speaker }: Says<'quote'>,
): CardBody {
  const upper = size.height - footerHeight
  const left = size.width - columnWidth
  return {
    area: { left, top: 0, width: columnWidth, height: upper },
    draw: (area) => {
      const width = (area ? area.left - 40 : size.width - margin) - margin
      const name = { width, height: 140, maxSize: 40, minSize: 24, maxLines: 3 }
      const speakerText = setIn(faces.bold, speaker, name)
      const nameTop = upper - 40 - speakerText.height
      const height = nameTop - 40 - markRoom
      const largest = area ? 92 : 128
      const box = { width, height, maxSize: largest, minSize: 20, maxLines: 30 }
      const quoteText = setIn(faces.bold, quote, box)
      const y = markRoom + (height - quoteText.height) / 2
      return [
        bar(area ? area.left : size.width),
        drawLine(faces.bold, '“', { ...markPlace, colour: colours.accent }),
        drawText(faces.bold, quoteText, { x: margin, y, colour: colours.ink }),
        rect(margin, nameTop - 14, 72, 5, colours.accent),
        drawText(faces.bold, speakerText, { x: margin, y: nameTop, colour: colours.ink }),
      ]
    },
  }
}

const gap = 20

/** A number that fills the width, and its caption. */
export function numberCard(
  context: TemplateContext,
  { number, caption }: Says<'number'>,
): CardBody {
  const { faces, size } = context
  const upper = size.height - footerHeight
  const width = size.width - 2 * margin
  const bigBox = { width, height: 460, maxSize: 320, minSize: 60, maxLines: 1 }
  const big = setIn(faces.bold, number, bigBox)
  const from = barHeight + kickerRoom
  const height = upper - from - big.height - gap - airBelow
  const captionBox = { width, height, maxSize: 64, minSize: 30, maxLines: 7 }
  const captionText = setIn(faces.medium, caption, captionBox)
  const y = from + (height - captionText.height) * 0.4
  const captionPlace = { x: margin, y: y + big.height + gap, colour: colours.ink }
  return {
    area: null,
    draw: () => [
      bar(size.width),
      kicker(context, 84),
      drawText(faces.bold, big, { x: margin, y, colour: colours.accent }),
      drawText(faces.medium, captionText, captionPlace),
    ],
  }
}
