import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAs } from '@/lib/commands/run-as'
import { takeOverLock } from '@/lib/newsroom/draft/working-copy-commands'

export const POST = storyRoute(({ actor, sent }) => runAs(takeOverLock, actor, sent))
