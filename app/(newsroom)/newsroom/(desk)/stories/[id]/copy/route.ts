import { carryOut } from '@/lib/auth/carry-out'
import { saveWorkingCopy } from '@/lib/newsroom/copy-commands'
import { findOpenStory } from '@/lib/newsroom/copy-queries'
import { storyRoute } from '../story-route'

/** To read along. */
export const GET = storyRoute(async ({ actor, id }) => {
  const open = await findOpenStory(actor, id, new Date())
  return typeof open === 'string' ? open : { ok: true, open }
})

/** A save. */
export const POST = storyRoute(({ actor, sent }) => carryOut(saveWorkingCopy, actor, sent))
