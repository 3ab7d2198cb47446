import { jpegResponse } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/jpeg-response'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { checkPermission } from '@/lib/auth/permissions'
import { paperNow } from '@/lib/clock'
import { drawPhotocard } from '@/lib/photocards/drawing/draw'
import { previewInput } from '@/lib/photocards/input'
import { findPhotocardContent } from '@/lib/photocards/queries'

/** The preview of the card, without a verification code. */
export const POST = storyRoute(async ({ actor, id, sent }) => {
  const refusal = checkPermission(actor, 'photocard')
  if (refusal) return refusal
  const look = previewInput.safeParse(sent)
  if (!look.success) return 'invalid'
  const card = await findPhotocardContent(id, look.data, paperNow())
  return card ? jpegResponse(await drawPhotocard(card)) : 'noSuchStory'
})
