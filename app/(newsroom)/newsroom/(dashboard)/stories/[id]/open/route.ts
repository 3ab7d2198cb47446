import { runAction } from '@/lib/auth/run-action'
import { openWorkingCopy } from '@/lib/newsroom/draft/working-copy-commands'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'

export const POST = storyRoute(({ actor, sent }) => runAction(openWorkingCopy, actor, sent))
