import 'server-only'
import type { Actor } from '@/lib/auth/permissions'
import { listReportedStories } from '@/lib/reports/queries'
import { listRows } from './list-rows'
import type { ListedStory } from './story-lists'

const maxShown = 6

/** The first stories with open reports that `actor` may handle, and how many reports there are in all. */
export async function findReportedStories(
  actor: Actor,
  now: Date,
): Promise<{ stories: ListedStory[]; count: number }> {
  const { ids, count } = await listReportedStories(actor, maxShown)
  return { stories: await listRows(ids, now), count }
}
