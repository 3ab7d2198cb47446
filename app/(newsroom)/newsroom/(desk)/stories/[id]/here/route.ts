import { carryOut } from '@/lib/auth/carry-out'
import { stayPresent } from '@/lib/newsroom/copy-commands'
import { storyRoute } from '../story-route'

export const POST = storyRoute(({ actor, sent }) => carryOut(stayPresent, actor, sent))
