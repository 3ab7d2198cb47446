import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAction } from '@/lib/auth/run-action'
import { revokePreviewLink } from '@/lib/newsroom/preview/preview-link-commands'

export const POST = storyRoute(({ actor, sent }) => runAction(revokePreviewLink, actor, sent))
