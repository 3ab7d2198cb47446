import 'server-only'
import type { Actor } from '@/lib/auth/permissions'
import { findNewsroomPage } from './list-queries'
import { type PendingWorkName, type PendingWorkSection, pendingWorkFor } from './pending-work'
import type { ListedStory } from './story-lists'

const maxShown = 6

// A story that came back is a draft too: it stands where it is to be seen to.
const isOf = (name: PendingWorkName, { state }: ListedStory) =>
  name === 'sentBack' ? state === 'sentBack' : name !== 'drafts' || state === 'draft'

/** The pending work of `actor`; empty sections are left out, except the first. */
export async function findPendingWork(actor: Actor, now: Date): Promise<PendingWorkSection[]> {
  const drafts = findNewsroomPage(actor, 'mine', { status: 'draft' }, null, now)
  const parts = await Promise.all(
    pendingWorkFor(actor).map(async ({ name, list }) => {
      const page =
        list === 'mine' ? await drafts : await findNewsroomPage(actor, list, {}, null, now)
      const stories = page.stories.filter((story) => isOf(name, story))
      const hasMore = stories.length > maxShown || page.after !== null
      return { name, list, stories: stories.slice(0, maxShown), hasMore }
    }),
  )
  return parts.filter(({ name, stories }) => stories.length > 0 || name !== 'sentBack')
}
