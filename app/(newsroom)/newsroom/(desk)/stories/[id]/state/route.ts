import { findStoryState } from '@/lib/newsroom/copy-queries'
import { storyRoute } from '../story-route'

export const GET = storyRoute(async ({ actor, id }) => {
  const state = await findStoryState(actor, id, new Date())
  return typeof state === 'string' ? state : { ok: true, state }
})
