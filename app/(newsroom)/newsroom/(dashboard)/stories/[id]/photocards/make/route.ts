import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAs } from '@/lib/commands/run-as'
import { makePhotocard } from '@/lib/photocards/commands'

export const POST = storyRoute(({ actor, sent }) => runAs(makePhotocard, actor, sent))
