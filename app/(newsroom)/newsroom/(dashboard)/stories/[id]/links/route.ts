import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAction } from '@/lib/auth/run-action'
import { createPreviewLink } from '@/lib/newsroom/preview/preview-link-commands'
import { listPreviewLinks } from '@/lib/newsroom/preview/preview-link-queries'

export const GET = storyRoute(async ({ actor, id }) => {
  const links = await listPreviewLinks(actor, id, new Date())
  return typeof links === 'string' ? links : { ok: true, links }
})

export const POST = storyRoute(({ actor, sent }) => runAction(createPreviewLink, actor, sent))
