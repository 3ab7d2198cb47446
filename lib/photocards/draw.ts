import 'server-only'
import type { Picture } from '@/lib/articles/article'
import { type CardPicture, composeCard, cover } from '@/lib/cards/compose'
import { Face } from '@/lib/cards/face'
import { findFile, originalPath } from '@/lib/media/store'
import { creditLine } from './credit'
import { foot } from './foot'
import { type CardFace, photocardSizes } from './photocard'
import { colours, type Faces, type Room, type Size } from './style'
import { headlineCard, numberCard, quoteCard, type Upper } from './templates'

function upperOf(faces: Faces, { words, category }: CardFace, size: Size): Upper {
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

/** Enlarged more than this, a picture says less than type alone. */
const mostEnlarged = 2.5

async function pictureIn(room: Room | null, image: Picture | null): Promise<CardPicture | null> {
  if (!image || !room || cover(image, room).scale > mostEnlarged) return null
  const bytes = await findFile(originalPath(image.hash))
  return bytes && { bytes, measures: image, place: room }
}

/** The card as a JPEG: with its picture where it has one that can carry it, else set in type alone. */
export async function drawPhotocard(card: CardFace): Promise<Buffer> {
  const [bold, medium] = await Promise.all([Face.open(700), Face.open(500)])
  const faces = { bold, medium }
  const size = photocardSizes[card.size]
  const upper = upperOf(faces, card, size)
  const picture = await pictureIn(upper.room, card.image)
  const room = picture && upper.room
  const credit = room && card.image?.credit
  return composeCard({
    ...{ size, picture, ground: colours.paper },
    marks: [
      ...(credit ? creditLine(faces, credit, room) : []),
      ...upper.draw(room),
      ...foot(faces, card, size),
    ],
  })
}
