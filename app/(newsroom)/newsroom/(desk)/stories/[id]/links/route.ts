import { carryOut } from '@/lib/auth/carry-out'
import { createPreviewLink } from '@/lib/newsroom/link-commands'
import { listPreviewLinks } from '@/lib/newsroom/link-queries'
import { storyRoute } from '../story-route'

export const GET = storyRoute(async ({ actor, id }) => {
  const links = await listPreviewLinks(actor, id, new Date())
  return typeof links === 'string' ? links : { ok: true, links }
})

export const POST = storyRoute(({ actor, sent }) => carryOut(createPreviewLink, actor, sent))
