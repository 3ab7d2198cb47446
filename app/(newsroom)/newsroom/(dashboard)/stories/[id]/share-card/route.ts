import { jpegResponse } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/jpeg-response'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { paperNow } from '@/lib/clock'
import { drawPreviewCard } from '@/lib/newsroom/preview/preview-card-queries'

/** The share card of the working copy. The query of the address changes with each save and is not read. */
export const GET = storyRoute(async ({ actor, id }) => {
  const card = await drawPreviewCard(actor, id, paperNow())
  return typeof card === 'string' ? card : jpegResponse(card)
})
