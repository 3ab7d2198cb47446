import { carryOut } from '@/lib/auth/carry-out'
import { takeOver } from '@/lib/newsroom/copy-commands'
import { storyRoute } from '../story-route'

export const POST = storyRoute(({ actor, sent }) => carryOut(takeOver, actor, sent))
