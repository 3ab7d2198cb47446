import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { paperNow } from '@/lib/clock'
import { runAs } from '@/lib/commands/run-as'
import { saveWorkingCopy } from '@/lib/newsroom/draft/working-copy-commands'
import { findOpenStory } from '@/lib/newsroom/draft/working-copy-queries'

/** To read along. */
export const GET = storyRoute(async ({ actor, id }) => {
  const open = await findOpenStory(actor, id, paperNow())
  return typeof open === 'string' ? open : { ok: true, open }
})

/** A save. */
export const POST = storyRoute(({ actor, sent }) => runAs(saveWorkingCopy, actor, sent))
