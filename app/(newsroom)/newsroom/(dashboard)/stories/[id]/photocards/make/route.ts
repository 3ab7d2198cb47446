import { runAction } from '@/lib/auth/run-action'
import { makePhotocard } from '@/lib/photocards/commands'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'

export const POST = storyRoute(({ actor, sent }) => runAction(makePhotocard, actor, sent))
