import { redirect } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'
import { listPath } from '@/lib/newsroom/story-lists/list-address'
import { firstListOf } from '@/lib/newsroom/story-lists/story-lists'

/** Redirects to the list that the user works on. */
export default async function ListsPage() {
  redirect(listPath(firstListOf(await requireActor('viewStories'))))
}
