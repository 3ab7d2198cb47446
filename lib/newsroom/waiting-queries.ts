import 'server-only'
import type { Actor } from '@/lib/auth/roles'
import { findNewsroomPage } from './list-queries'
import type { ListedStory } from './lists'
import { type WaitingName, type WaitingPart, waitingFor } from './waiting'

const mostShown = 6

// A story that came back is a draft too: it stands where it is to be seen to.
const isOf = (name: WaitingName, { state }: ListedStory) =>
  name === 'sentBack' ? state === 'sentBack' : name !== 'drafts' || state === 'draft'

/** What waits for `actor`; parts in which nothing does are left out, save the first. */
export async function findWhatWaits(actor: Actor, now: Date): Promise<WaitingPart[]> {
  const drafts = findNewsroomPage(actor, 'mine', { status: 'draft' }, null, now)
  const parts = await Promise.all(
    waitingFor(actor).map(async ({ name, list }) => {
      const page =
        list === 'mine' ? await drafts : await findNewsroomPage(actor, list, {}, null, now)
      const stories = page.stories.filter((story) => isOf(name, story))
      const hasMore = stories.length > mostShown || page.after !== null
      return { name, list, stories: stories.slice(0, mostShown), hasMore }
    }),
  )
  return parts.filter(({ name, stories }) => stories.length > 0 || name !== 'sentBack')
}
