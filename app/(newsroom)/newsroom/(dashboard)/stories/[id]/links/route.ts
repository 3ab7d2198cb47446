import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { paperNow } from '@/lib/clock'
import { runAs } from '@/lib/commands/run-as'
import { createPreviewLink } from '@/lib/newsroom/preview/preview-link-commands'
import { listPreviewLinks } from '@/lib/newsroom/preview/preview-link-queries'

export const GET = storyRoute(async ({ actor, id }) => {
  const links = await listPreviewLinks(actor, id, paperNow())
  return typeof links === 'string' ? links : { ok: true, links }
})

export const POST = storyRoute(({ actor, sent }) => runAs(createPreviewLink, actor, sent))
