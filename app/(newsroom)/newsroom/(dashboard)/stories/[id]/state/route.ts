import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { paperNow } from '@/lib/clock'
import { findStoryEditState } from '@/lib/newsroom/draft/working-copy-queries'

export const GET = storyRoute(async ({ actor, id }) => {
  const state = await findStoryEditState(actor, id, paperNow())
  return typeof state === 'string' ? state : { ok: true, state }
})
