import type { Picture } from '@/lib/articles/article'
import { type CardPicture, composeCard, cover } from './compose'
import { drawLine, drawText } from './draw-text'
import { Face } from './face'
import { fitLine, fitText, lineWidth, type TextBox } from './fit-text'
import { type CardWords, shareCardSize } from './share-card'

const { width, height } = shareCardSize
const margin = 60
const measure = width - 2 * margin
const lineHeight = 1.36

// The paper's own colours (app/theme.css): accent on paper, and what stands for it on dark.
const ink = '#15171a'
const paper = '#fff'
const accent = '#b3201f'
const accentOnDark = '#ff8f80'

/** Enlarged more than this, a picture says less than type alone. */
const mostEnlarged = 2.5

export const canCarryCard = (picture: Pick<Picture, 'width' | 'height' | 'focalX' | 'focalY'>) =>
  cover(picture, shareCardSize).scale <= mostEnlarged

type Faces = { bold: Face; medium: Face }

const rect = (x: number, y: number, w: number, h: number, fill: string, opacity = 1) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" fill-opacity="${opacity}"/>`

type Label = { x: number; y: number; width: number; size: number; colour: string }

function label(face: Face, text: string, { x, y, width: room, size: wanted, colour }: Label) {
  const { line, size } = fitLine(face, text, { width: room, size: wanted })
  return drawLine(face, line, { x, y, colour, size })
}

const footRule = 520
const footLine = 574

/** The paper's name and the day, under a hairline. */
function foot({ bold, medium }: Faces, words: CardWords, colour: string, opacity: number) {
  const day = { x: width - margin, y: footLine, colour, size: 30, align: 'end' } as const
  const nameWidth = measure - lineWidth(medium, words.date, day.size) - margin
  return [
    rect(margin, footRule, measure, 2, colour, opacity),
    label(bold, words.paper, { x: margin, y: footLine, width: nameWidth, size: 40, colour }),
    drawLine(medium, words.date, day),
  ]
}

const onPicture: TextBox = {
  ...{ width: measure, height: 250, maxSize: 80, minSize: 44, maxLines: 4, lineHeight },
}

/** White on it is read on any picture: on white paper 4.5:1 needs 0.59. */
const scrimWhereTextBegins = 0.68

/** Darkens the picture from above the first word down. */
function scrim(textTop: number): string {
  const from = Math.max(0, textTop - 190)
  const at = ((textTop - from) / (height - from)).toFixed(3)
  const stop = (offset: string, opacity: number) =>
    `<stop offset="${offset}" stop-color="${ink}" stop-opacity="${opacity}"/>`
  return [
    '<defs><linearGradient id="scrim" x1="0" y1="0" x2="0" y2="1">',
    ...[stop('0', 0), stop(at, scrimWhereTextBegins), stop('1', 0.94)],
    '</linearGradient></defs>',
    rect(0, from, width, height - from, 'url(#scrim)'),
  ].join('')
}

function overPicture(faces: Faces, words: CardWords): string[] {
  const headline = fitText(faces.bold, words.headline, onPicture)
  const top = footRule - 22 - headline.height
  const desk = { x: margin, y: top - 22, width: measure, size: 34, colour: paper }
  return [
    scrim(top - 78),
    rect(margin, top - 82, 64, 6, accentOnDark),
    label(faces.bold, words.category, desk),
    drawText(faces.bold, headline, { x: margin, y: top, colour: paper }),
    ...foot(faces, words, paper, 0.45),
  ]
}

const onPaper: TextBox = {
  ...{ width: measure, height: 344, maxSize: 120, minSize: 54, maxLines: 4, lineHeight },
}
const labelLine = 112

/** A section of the paper: a strong rule, its label, the headline large, a hairline. */
function ofType(faces: Faces, words: CardWords): string[] {
  const headline = fitText(faces.bold, words.headline, onPaper)
  const spare = footRule - labelLine - headline.height
  const desk = { x: margin, y: labelLine, width: measure, size: 40, colour: accent }
  return [
    rect(margin, 48, measure, 6, ink),
    label(faces.bold, words.category, desk),
    drawText(faces.bold, headline, { x: margin, y: labelLine + spare / 2, colour: ink }),
    ...foot(faces, words, ink, 1),
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
