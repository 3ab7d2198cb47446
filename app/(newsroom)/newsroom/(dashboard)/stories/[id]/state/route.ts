import { findStoryEditState } from '@/lib/newsroom/draft/working-copy-queries'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'

export const GET = storyRoute(async ({ actor, id }) => {
  const state = await findStoryEditState(actor, id, new Date())
  return typeof state === 'string' ? state : { ok: true, state }
})
