import { carryOut } from '@/lib/auth/carry-out'
import { revokePreviewLink } from '@/lib/newsroom/link-commands'
import { storyRoute } from '../../story-route'

export const POST = storyRoute(({ actor, sent }) => carryOut(revokePreviewLink, actor, sent))
