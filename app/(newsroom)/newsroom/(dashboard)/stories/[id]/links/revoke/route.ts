import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAs } from '@/lib/commands/run-as'
import { revokePreviewLink } from '@/lib/newsroom/preview/preview-link-commands'

export const POST = storyRoute(({ actor, sent }) => runAs(revokePreviewLink, actor, sent))
