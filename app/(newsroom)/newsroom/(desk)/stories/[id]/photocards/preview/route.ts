import { whyNot } from '@/lib/auth/roles'
import { drawPhotocard } from '@/lib/photocards/draw'
import { lookInput } from '@/lib/photocards/input'
import { findFace } from '@/lib/photocards/queries'
import { storyRoute } from '../../story-route'
import { jpegResponse } from '../jpeg-response'

/** The card as it would be made, without a code that answers for it. */
export const POST = storyRoute(async ({ actor, id, sent }) => {
  const refusal = whyNot(actor, 'photocard')
  if (refusal) return refusal
  const look = lookInput.safeParse(sent)
  if (!look.success) return 'invalid'
  const face = await findFace(id, look.data, new Date())
  return face ? jpegResponse(await drawPhotocard(face)) : 'noSuchStory'
})
