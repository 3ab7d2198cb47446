import { type Actor, type Deed, whyNot } from '@/lib/auth/roles'
import type messages from '@/messages/bn.json'

/** A way in the newsroom's bar: a word of "newsroom" in bn.json, and the deed without which it is not shown. */
type Way = { path: string; word: keyof (typeof messages)['newsroom']; deed?: Deed }

/** All of them, in their order. A part of the newsroom adds its own here. */
const ways: Way[] = [
  { path: '/newsroom', word: 'start' },
  { path: '/newsroom/lists', word: 'stories' },
  { path: '/newsroom/front', word: 'front', deed: 'front' },
  { path: '/newsroom/media', word: 'pictures', deed: 'picture' },
  { path: '/newsroom/jobs', word: 'jobs', deed: 'queue' },
  { path: '/newsroom/contributors', word: 'contributors', deed: 'names' },
  { path: '/newsroom/topics', word: 'topics', deed: 'names' },
  { path: '/newsroom/sources', word: 'sources', deed: 'names' },
  { path: '/newsroom/categories', word: 'categories', deed: 'categories' },
  { path: '/newsroom/people', word: 'people', deed: 'people' },
  { path: '/newsroom/settings', word: 'settings', deed: 'settings' },
]

/** The ways that are open to `actor`. Hiding is a courtesy: every page and command asks for itself. */
export const waysFor = (actor: Actor): Way[] =>
  ways.filter(({ deed }) => !deed || whyNot(actor, deed) === null)

/** The way that the page at `path` belongs to; stories are pages of their own and belong to their lists. */
export function wayTo(path: string, paths: string[]): string | undefined {
  const place = path.replace(/^\/newsroom\/stories(?=\/|$)/, '/newsroom/lists')
  // Nothing stands under the start, though every address begins with its.
  return paths.find(
    (each) => place === each || (each !== '/newsroom' && place.startsWith(`${each}/`)),
  )
}
