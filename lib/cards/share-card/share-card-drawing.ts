import { type CardPicture, composeCard, cover } from '@/lib/cards/drawing/compose'
import { drawLine, drawText } from '@/lib/cards/drawing/draw-text'
import { fitLine, fitText, lineWidth, type TextBox } from '@/lib/cards/drawing/fit-text'
import type { HeadlineFont } from '@/lib/cards/drawing/headline-font'
import {
  colours,
  type Fonts,
  inkGradient,
  lineHeight,
  maxEnlargement,
  openFonts,
  rect,
} from '@/lib/cards/drawing/style'
import type { Picture } from '@/lib/content-model/article'
import { type ShareCardTexts, shareCardSize } from './share-card'

const { width, height } = shareCardSize
const margin = 60
const measure = width - 2 * margin

const { ink, paper, accent } = colours
// The accent on a dark ground.
const accentOnDark = '#ff8f80'

export const isLargeEnoughForCard = (
  picture: Pick<Picture, 'width' | 'height' | 'focalX' | 'focalY'>,
) => cover(picture, shareCardSize).scale <= maxEnlargement

type Label = { x: number; y: number; width: number; size: number; colour: string }

function label(
  font: HeadlineFont,
  text: string,
  { x, y, width: maxWidth, size: wanted, colour }: Label,
) {
  const { line, size } = fitLine(font, text, { width: maxWidth, size: wanted })
  return drawLine(font, line, { x, y, colour, size })
}

const footerRuleY = 520
const footerLineY = 574

/** The paper's name and the date under a hairline. */
function footer({ bold, medium }: Fonts, words: ShareCardTexts, colour: string, opacity: number) {
  const day = { x: width - margin, y: footerLineY, colour, size: 30, align: 'end' } as const
  const nameWidth = measure - lineWidth(medium, words.date, day.size) - margin
  return [
    rect(margin, footerRuleY, measure, 2, colour, opacity),
    label(bold, words.paper, { x: margin, y: footerLineY, width: nameWidth, size: 40, colour }),
    drawLine(medium, words.date, day),
  ]
}

const onPicture: TextBox = {
  width: measure,
  height: 250,
  maxSize: 80,
  minSize: 44,
  maxLines: 4,
  lineHeight,
}

/** Keeps white text readable on any picture: on white, a contrast of 4.5:1 needs 0.59. */
const scrimWhereTextBegins = 0.68

/** Darkens the picture from above the first word down. */
function scrim(textTop: number): string {
  const from = Math.max(0, textTop - 190)
  const at = ((textTop - from) / (height - from)).toFixed(3)
  return [
    inkGradient('scrim', [
      [0, 0],
      [at, scrimWhereTextBegins],
      [1, 0.94],
    ]),
    rect(0, from, width, height - from, 'url(#scrim)'),
  ].join('')
}

function pictureCard(fonts: Fonts, words: ShareCardTexts): string[] {
  const headline = fitText(fonts.bold, words.headline, onPicture)
  const top = footerRuleY - 22 - headline.height
  const categoryLabel = { x: margin, y: top - 22, width: measure, size: 34, colour: paper }
  return [
    scrim(top - 78),
    rect(margin, top - 82, 64, 6, accentOnDark),
    label(fonts.bold, words.category, categoryLabel),
    drawText(fonts.bold, headline, { x: margin, y: top, colour: paper }),
    ...footer(fonts, words, paper, 0.45),
  ]
}

const onPaper: TextBox = {
  width: measure,
  height: 344,
  maxSize: 120,
  minSize: 54,
  maxLines: 4,
  lineHeight,
}
const labelLine = 112

/** A strong rule, the category, the headline large, a hairline. */
function typeOnlyCard(fonts: Fonts, words: ShareCardTexts): string[] {
  const headline = fitText(fonts.bold, words.headline, onPaper)
  const spare = footerRuleY - labelLine - headline.height
  const categoryLabel = { x: margin, y: labelLine, width: measure, size: 40, colour: accent }
  return [
    rect(margin, 48, measure, 6, ink),
    label(fonts.bold, words.category, categoryLabel),
    drawText(fonts.bold, headline, { x: margin, y: labelLine + spare / 2, colour: ink }),
    ...footer(fonts, words, ink, 1),
  ]
}

/** The card over its picture, or in type alone without a picture that is large enough. */
export async function drawShareCard(words: ShareCardTexts, picture: CardPicture | null) {
  const fonts = await openFonts()
  const usedPicture = picture && isLargeEnoughForCard(picture.dimensions) ? picture : null
  return composeCard({
    size: shareCardSize,
    background: usedPicture ? ink : paper,
    picture: usedPicture,
    overlays: usedPicture ? pictureCard(fonts, words) : typeOnlyCard(fonts, words),
  })
}
