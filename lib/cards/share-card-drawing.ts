import type { Picture } from '@/lib/articles/article'
import { type CardPicture, composeCard, cover } from './compose'
import { drawLine, drawText } from './draw-text'
import { Face } from './face'
import { fitText, type TextBox } from './fit-text'
import { type CardWords, shareCardSize } from './share-card'

const { width, height } = shareCardSize
const margin = 60
const measure = width - 2 * margin
const lineHeight = 1.36

const ink = '#15171a'
const paper = '#fff'
const accent = '#b3201f'

/** Enlarged more than this, a picture says less than type alone. */
const mostEnlarged = 2.5

export const canCarryCard = (picture: Pick<Picture, 'width' | 'height' | 'focalX' | 'focalY'>) =>
  cover(picture, shareCardSize).scale <= mostEnlarged

type Faces = { bold: Face; medium: Face }

const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`

const footLine = 572
/** The paper's name and the day, under a hairline. */
function foot({ bold, medium }: Faces, words: CardWords, colour: string, rule: string): string[] {
  return [
    rect(margin, 518, measure, 1.5, rule),
    drawLine(bold, words.paper, { x: margin, y: footLine, colour, size: 38 }),
    drawLine(medium, words.date, {
      x: width - margin,
      y: footLine,
      colour,
      size: 28,
      align: 'end',
    }),
  ]
}

const onPicture: TextBox = {
  ...{ width: measure, height: 250, maxSize: 76, minSize: 44, maxLines: 4, lineHeight },
}

/**
 * The scrim: as dark from the first word down that white text is read on any picture (4.5:1 on white needs 0.59), and
 * gone well above it.
 */
function scrim(textTop: number): string {
  const from = Math.max(0, textTop - 190)
  const at = ((textTop - from) / (height - from)).toFixed(3)
  const stop = (offset: string, opacity: number) =>
    `<stop offset="${offset}" stop-color="${ink}" stop-opacity="${opacity}"/>`
  return [
    '<defs><linearGradient id="scrim" x1="0" y1="0" x2="0" y2="1">',
    ...[stop('0', 0), stop(at, 0.68), stop('1', 0.94)],
    `</linearGradient></defs>`,
    rect(0, from, width, height - from, 'url(#scrim)'),
  ].join('')
}

function overPicture(faces: Faces, words: CardWords): string[] {
  const headline = fitText(faces.bold, words.headline, onPicture)
  const top = 496 - headline.height
  const kicker = { x: margin, y: top - 14, colour: paper, size: 32 }
  return [
    scrim(top - 60),
    rect(margin, top - 66, 64, 6, '#e5484d'),
    drawLine(faces.bold, words.category, kicker),
    drawText(faces.bold, headline, { x: margin, y: top, colour: paper }),
    ...foot(faces, words, paper, 'rgba(255,255,255,.4)'),
  ]
}

const onPaper: TextBox = {
  ...{ width: measure, height: 350, maxSize: 104, minSize: 52, maxLines: 4, lineHeight },
}

function ofType(faces: Faces, words: CardWords): string[] {
  const headline = fitText(faces.bold, words.headline, onPaper)
  return [
    rect(0, 0, width, 14, accent),
    drawLine(faces.bold, words.category, { x: margin, y: 104, colour: accent, size: 36 }),
    drawText(faces.bold, headline, {
      x: margin,
      y: 128 + (370 - headline.height) / 2,
      colour: ink,
    }),
    ...foot(faces, words, ink, ink),
  ]
}

/** The card: over its picture, or set in type alone where there is none that could carry it. */
export async function drawShareCard(words: CardWords, picture: CardPicture | null) {
  const [bold, medium] = await Promise.all([Face.open(700), Face.open(500)])
  const faces = { bold, medium }
  const carried = picture && canCarryCard(picture.measures) ? picture : null
  return composeCard({
    size: shareCardSize,
    ground: carried ? ink : paper,
    picture: carried,
    marks: carried ? overPicture(faces, words) : ofType(faces, words),
  })
}
