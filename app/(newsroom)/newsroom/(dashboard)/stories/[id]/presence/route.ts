import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAction } from '@/lib/auth/run-action'
import { renewPresence } from '@/lib/newsroom/draft/working-copy-commands'

export const POST = storyRoute(({ actor, sent }) => runAction(renewPresence, actor, sent))
