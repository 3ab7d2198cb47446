import { carryOut } from '@/lib/auth/carry-out'
import { makePhotocard } from '@/lib/photocards/commands'
import { storyRoute } from '../../story-route'

export const POST = storyRoute(({ actor, sent }) => carryOut(makePhotocard, actor, sent))
