import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAction } from '@/lib/auth/run-action'
import { makePhotocard } from '@/lib/photocards/commands'

export const POST = storyRoute(({ actor, sent }) => runAction(makePhotocard, actor, sent))
