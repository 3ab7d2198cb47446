import { jpegResponse } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/jpeg-response'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { checkPermission } from '@/lib/auth/permissions'
import { paperNow } from '@/lib/clock'
import { readPhotocardFile } from '@/lib/photocards/photocard'
import { findPhotocardPicture } from '@/lib/photocards/picture-file'
import { codePathSegment } from '@/lib/urls/verify-address'

/** The picture of a card of this story, to be kept; the newsroom has it before readers do, and after. */
export const GET = storyRoute(async ({ actor, id, params }) => {
  const refusal = checkPermission(actor, 'photocard')
  if (refusal) return refusal
  const code = readPhotocardFile(params.code ?? '')
  const card = code === null ? null : await findPhotocardPicture(code, paperNow())
  if (!code || card?.articleId !== id) return 'noSuchPhotocard'
  return jpegResponse(card.bytes, `photocard-${codePathSegment(code)}.jpg`)
})
