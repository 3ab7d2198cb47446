import { drawLine, drawText } from '@/lib/cards/draw-text'
import type { Face } from '@/lib/cards/face'
import { fitText, type TextBox } from '@/lib/cards/fit-text'
import { footHeight } from './foot'
import type { PhotocardWords } from './photocard'
import { colours, type Faces, lineHeight, margin, type Room, rect, type Size } from './style'

/** What a card says above its foot, and where its picture may be. */
export type Upper = {
  /** Null where type always stands alone. */
  room: Room | null
  /** What is drawn. @param room the same, or null where there is no picture that could fill it */
  draw: (room: Room | null) => string[]
}

type Says<Name extends PhotocardWords['template']> = Extract<PhotocardWords, { template: Name }>
type Ground = { faces: Faces; size: Size; category: string }

const barHeight = 14
const kickerSize = 32

const setIn = (face: Face, text: string, box: Omit<TextBox, 'lineHeight'>) =>
  fitText(face, text, { ...box, lineHeight })

const kicker = ({ faces, category }: Ground, y: number) =>
  drawLine(faces.bold, category, { x: margin, y, colour: colours.accent, size: kickerSize })

const bar = (width: number) => rect(0, 0, width, barHeight, colours.accent)

/** From the top of a text's part down to its first line: the kicker and its air. */
const kickerRoom = 76
const airBelow = 22

/** The headline takes what it needs, its picture all that is left; alone, it stands as large as it goes. */
export function headlineCard(ground: Ground, { headline }: Says<'headline'>): Upper {
  const { faces, size } = ground
  const upper = size.height - footHeight
  const width = size.width - 2 * margin
  const below = { width, height: upper * 0.44 - kickerRoom, maxSize: 88, minSize: 38, maxLines: 5 }
  const small = setIn(faces.bold, headline, below)
  const height = Math.round(upper - kickerRoom - small.height - airBelow)
  return {
    room: { left: 0, top: 0, width: size.width, height },
    draw: (room) => {
      if (room) {
        const place = { x: margin, y: room.height + kickerRoom, colour: colours.ink }
        return [kicker(ground, room.height + 58), drawText(faces.bold, small, place)]
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
      return [bar(size.width), kicker(ground, 84), drawText(faces.bold, large, place)]
    },
  }
}

const markSize = 190
const markRoom = 170
const columnWidth = 408

/** What was said, large, and by whom; the picture stands beside it in a column, as people do. */
export function quoteCard({ faces, size }: Ground, { quote, speaker }: Says<'quote'>): Upper {
  const upper = size.height - footHeight
  const left = size.width - columnWidth
  return {
    room: { left, top: 0, width: columnWidth, height: upper },
    draw: (room) => {
      const width = (room ? room.left - 40 : size.width - margin) - margin
      const name = { width, height: 140, maxSize: 40, minSize: 24, maxLines: 3 }
      const named = setIn(faces.bold, speaker, name)
      const nameTop = upper - 40 - named.height
      const height = nameTop - 40 - markRoom
      const largest = room ? 92 : 128
      const box = { width, height, maxSize: largest, minSize: 20, maxLines: 30 }
      const said = setIn(faces.bold, quote, box)
      const y = markRoom + (height - said.height) / 2
      return [
        bar(room ? room.left : size.width),
        drawLine(faces.bold, '“', {
          x: margin - 8,
          y: 200,
          colour: colours.accent,
          size: markSize,
        }),
        drawText(faces.bold, said, { x: margin, y, colour: colours.ink }),
        rect(margin, nameTop - 14, 72, 5, colours.accent),
        drawText(faces.bold, named, { x: margin, y: nameTop, colour: colours.ink }),
      ]
    },
  }
}

const gap = 20

/** A number that fills the width, and what it counts. */
export function numberCard(ground: Ground, { number, caption }: Says<'number'>): Upper {
  const { faces, size } = ground
  const upper = size.height - footHeight
  const width = size.width - 2 * margin
  const big = setIn(faces.bold, number, {
    width,
    height: 460,
    maxSize: 320,
    minSize: 60,
    maxLines: 1,
  })
  const from = barHeight + kickerRoom
  const height = upper - from - big.height - gap - airBelow
  const said = setIn(faces.medium, caption, {
    width,
    height,
    maxSize: 64,
    minSize: 30,
    maxLines: 7,
  })
  const y = from + (height - said.height) * 0.4
  return {
    room: null,
    draw: () => [
      bar(size.width),
      kicker(ground, 84),
      drawText(faces.bold, big, { x: margin, y, colour: colours.accent }),
      drawText(faces.medium, said, { x: margin, y: y + big.height + gap, colour: colours.ink }),
    ],
  }
}
