import 'server-only'
import type { Size } from '@/lib/cards/drawing/compose'
import { type CardPicture, composeCard, cover } from '@/lib/cards/drawing/compose'
import { colours, type Fonts, maxEnlargement, openFonts } from '@/lib/cards/drawing/style'
import type { Picture } from '@/lib/content-model/article'
import { findFile, originalPath } from '@/lib/media/files/file-store'
import { type PhotocardContent, photocardSizes } from '@/lib/photocards/photocard'
import { creditLine } from './credit'
import { photocardFooter } from './footer'
import type { Area } from './style'
import { type CardBody, headlineCard, numberCard, quoteCard } from './templates'

function drawBody(faces: Fonts, { words, category }: PhotocardContent, size: Size): CardBody {
  const ground = { faces, size, category }
  switch (words.template) {
    case 'headline':
      return headlineCard(ground, words)
    case 'quote':
      return quoteCard(ground, words)
    case 'number':
      return numberCard(ground, words)
  }
}

async function findAreaPicture(
  area: Area | null,
  image: Picture | null,
): Promise<CardPicture | null> {
  if (!image || !area || cover(image, area).scale > maxEnlargement) return null
  const bytes = await findFile(originalPath(image.hash))
  return bytes && { bytes, dimensions: image, area: area }
}

/** The card as a JPEG: with its picture if that is large enough, else in type alone. */
export async function drawPhotocard(card: PhotocardContent): Promise<Buffer> {
  const faces = await openFonts()
  const size = photocardSizes[card.size]
  const body = drawBody(faces, card, size)
  const picture = await findAreaPicture(body.area, card.image)
  const area = picture && body.area
  const credit = area && card.image?.credit
  return composeCard({
    size,
    picture,
    background: colours.paper,
    overlays: [
      ...(credit ? creditLine(faces, credit, area) : []),
      ...body.draw(area),
      ...photocardFooter(faces, card, size),
    ],
  })
}
