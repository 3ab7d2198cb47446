import { type Actor, checkPermission, type Permission } from '@/lib/auth/permissions'
import type messages from '@/messages/bn.json'

/** A way in the newsroom's bar: a word of "newsroom" in bn.json, and the permission without which it is not shown. */
type NavItem = { path: string; word: keyof (typeof messages)['newsroom']; permission?: Permission }

/** All of them, in their order. A part of the newsroom adds its own here. */
const navItems: NavItem[] = [
  { path: '/newsroom', word: 'start' },
  { path: '/newsroom/lists', word: 'stories' },
  { path: '/newsroom/front', word: 'front', permission: 'front' },
  { path: '/newsroom/media', word: 'pictures', permission: 'picture' },
  { path: '/newsroom/jobs', word: 'jobs', permission: 'queue' },
  { path: '/newsroom/contributors', word: 'contributors', permission: 'names' },
  { path: '/newsroom/topics', word: 'topics', permission: 'names' },
  { path: '/newsroom/sources', word: 'sources', permission: 'names' },
  { path: '/newsroom/categories', word: 'categories', permission: 'categories' },
  { path: '/newsroom/users', word: 'people', permission: 'people' },
  { path: '/newsroom/settings', word: 'settings', permission: 'settings' },
]

/** The ways that are open to `actor`. Hiding is a courtesy: every page and command asks for itself. */
export const navItemsFor = (actor: Actor): NavItem[] =>
  navItems.filter(({ permission }) => !permission || checkPermission(actor, permission) === null)

/** The way that the page at `path` belongs to; stories are pages of their own and belong to their lists. */
export function findActivePath(path: string, paths: string[]): string | undefined {
  const place = path.replace(/^\/newsroom\/stories(?=\/|$)/, '/newsroom/lists')
  // Nothing stands under the start, though every address begins with its.
  return paths.find(
    (each) => place === each || (each !== '/newsroom' && place.startsWith(`${each}/`)),
  )
}
