import { carryOut } from '@/lib/auth/carry-out'
import { openWorkingCopy } from '@/lib/newsroom/copy-commands'
import { storyRoute } from '../story-route'

export const POST = storyRoute(({ actor, sent }) => carryOut(openWorkingCopy, actor, sent))
