import { drawCopyCard } from '@/lib/newsroom/card-queries'
import { jpegResponse } from '../photocards/jpeg-response'
import { storyRoute } from '../story-route'

/** The share card of what is being written; whatever stands behind the address's "?" only says that it was saved anew. */
export const GET = storyRoute(async ({ actor, id }) => {
  const card = await drawCopyCard(actor, id, new Date())
  return typeof card === 'string' ? card : jpegResponse(card)
})
