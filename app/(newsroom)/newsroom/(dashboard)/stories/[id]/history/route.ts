import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { listRevisions } from '@/lib/newsroom/revisions/revision-queries'

/** The newest revisions, for the panel beside the story. */
export const GET = storyRoute(async ({ actor, id }) => {
  const page = await listRevisions(actor, id)
  return typeof page === 'string' ? page : { ok: true, ...page }
})
