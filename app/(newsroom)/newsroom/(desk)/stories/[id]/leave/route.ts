import { carryOut } from '@/lib/auth/carry-out'
import { leaveStory } from '@/lib/newsroom/copy-commands'
import { storyRoute } from '../story-route'

export const POST = storyRoute(({ actor, sent }) => carryOut(leaveStory, actor, sent))
