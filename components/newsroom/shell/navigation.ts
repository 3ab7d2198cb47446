import { type Actor, checkPermission, type Permission } from '@/lib/auth/permissions'
import type messages from '@/messages/bn.json'

/** A link of the bar: a key of "newsroom" in bn.json, and the permission without which it is hidden. */
type NavItem = { path: string; word: keyof (typeof messages)['newsroom']; permission?: Permission }

/** All links in order. A new part of the newsroom adds its link here. */
const navItems: NavItem[] = [
  { path: '/newsroom', word: 'start' },
  { path: '/newsroom/stories/new', word: 'newStory', permission: 'draft' },
  { path: '/newsroom/lists', word: 'stories' },
  { path: '/newsroom/front', word: 'front', permission: 'front' },
  { path: '/newsroom/media', word: 'pictures', permission: 'picture' },
  { path: '/newsroom/jobs', word: 'jobs', permission: 'queue' },
  { path: '/newsroom/contributors', word: 'contributors', permission: 'names' },
  { path: '/newsroom/topics', word: 'topics', permission: 'names' },
  { path: '/newsroom/sources', word: 'sources', permission: 'names' },
  { path: '/newsroom/categories', word: 'categories', permission: 'categories' },
  { path: '/newsroom/users', word: 'users', permission: 'users' },
  { path: '/newsroom/settings', word: 'settings', permission: 'settings' },
]

/** The links that `actor` may open. Hiding protects nothing: every page and command checks its own permission. */
export const navItemsFor = (actor: Actor): NavItem[] =>
  navItems.filter(({ permission }) => !permission || checkPermission(actor, permission) === null)

/** The link that the page at `path` belongs to. The page of a story belongs to the lists. */
export function findActivePath(path: string, paths: string[]): string | undefined {
  if (paths.includes(path)) return path
  const place = path.replace(/^\/newsroom\/stories(?=\/|$)/, '/newsroom/lists')
  // The start page has no subpages, although its path is a prefix of every other.
  return paths.find(
    (each) => place === each || (each !== '/newsroom' && place.startsWith(`${each}/`)),
  )
}
