import type { Refusal } from '@/lib/outcome'

/** The roles of the newsroom's users, from the least to the most. */
export const userRoles = ['reporter', 'subEditor', 'editor', 'admin'] as const
export type UserRole = (typeof userRoles)[number]

/**
 * `system` is the installation itself: the scheduler, the import, the operator's terminal. `public` is a reader, of whom
 * nothing is known. Neither is a user's role.
 */
export const roles = [...userRoles, 'system', 'public'] as const
export type Role = (typeof roles)[number]

/** The user, the system actor or the public actor that runs a command. */
export type Actor = { id: string; name: string; role: Role }

/** The stories or pictures that a permission covers: the actor's own, or all. */
export type Scope = 'own' | 'all'

/** A permission that a command or a page requires. One that is not about a story or a picture has the scope `all`. */
export type Permission =
  /** See stories that are not public, in lists and on their own pages. */
  | 'viewStories'
  /** Write a new draft. */
  | 'draft'
  /** Open a story in the editor, where the edit lock lets one session write. For users only. */
  | 'write'
  /** Add a contributor, a topic or a source. */
  | 'name'
  /** Add a picture to the library and describe it; with the scope `own` until readers have it before them. */
  | 'picture'
  /** Change the text of a story without a notice to readers; with the scope `own` in drafts only. */
  | 'edit'
  /** Move a story to the trash, or take it out. */
  | 'trash'
  /** Submit a draft to the desk. */
  | 'submit'
  /** Send a story back to its reporter, with a note. */
  | 'sendBack'
  /** Correct or update a published story, with a notice. */
  | 'note'
  /** Make a preview link for somebody without an account. */
  | 'preview'
  /** Make a photocard of a story. */
  | 'photocard'
  /** Decide that readers see a story, and from when. */
  | 'publish'
  /** Record that a planned story became public at its time. */
  | 'finalize'
  /** Report a fault in a story that readers have. For readers only. */
  | 'report'
  /** Mark a reader's report as handled; with the scope `own` those of the actor's own stories. */
  | 'handleReports'
  /** Ask for another publication check. */
  | 'requestCheck'
  /** See the worker's queue, and retry a job. */
  | 'queue'
  /** Withdraw a published story, or restore it. */
  | 'withdraw'
  /** Move a story to another category, and so to another address. */
  | 'move'
  /** Arrange the front page. */
  | 'front'
  /** Add, rename, merge and order categories. */
  | 'categories'
  /** Edit and merge contributors, topics and sources. */
  | 'names'
  /** Change one's own account: name, password, sessions, two-step sign-in. */
  | 'account'
  /** Invite, edit and block users, and change their roles. */
  | 'users'
  /** Edit the paper's name, address and rules. */
  | 'settings'
  /** Import stories that were public elsewhere. */
  | 'import'
  /** Open a locked newsroom from the machine itself. */
  | 'rescue'

const all = <P extends Permission>(...permissions: P[]) =>
  Object.fromEntries(permissions.map((each) => [each, 'all'])) as Record<P, Scope>

const reporter: Partial<Record<Permission, Scope>> = {
  ...all('draft', 'name', 'account'),
  viewStories: 'own',
  write: 'own',
  picture: 'own',
  edit: 'own',
  trash: 'own',
  submit: 'own',
  preview: 'own',
  handleReports: 'own',
}
const subEditor: typeof reporter = {
  ...reporter,
  ...all('viewStories', 'write', 'picture', 'edit', 'trash', 'submit', 'preview', 'handleReports'),
  ...all('sendBack', 'note', 'photocard', 'requestCheck'),
}
const editor: typeof reporter = {
  ...subEditor,
  ...all('publish', 'queue', 'withdraw', 'move', 'front', 'names'),
}

/** The permissions of each role. A new role has none. */
const permissionsByRole: Record<Role, Partial<Record<Permission, Scope>>> = {
  reporter,
  subEditor,
  editor,
  admin: { ...editor, ...all('categories', 'users', 'settings') },
  system: {
    ...all('viewStories', 'draft', 'name', 'picture', 'edit', 'trash', 'sendBack', 'note'),
    ...all(
      'preview',
      'photocard',
      'publish',
      'finalize',
      'requestCheck',
      'queue',
      'withdraw',
      'move',
    ),
    ...all('front', 'categories', 'names', 'settings', 'import', 'rescue'),
  },
  public: all('report'),
}

/** The scope in which `actor` has the permission; null when they do not have it. */
export const scopeOf = ({ role }: Pick<Actor, 'role'>, permission: Permission): Scope | null =>
  permissionsByRole[role]?.[permission] ?? null

/** Why `actor` may not do it; null when they may. The actor is null for a visitor who is not signed in. */
export function checkPermission(actor: Actor | null, permission: Permission): Refusal | null {
  if (!actor) return 'notSignedIn'
  return scopeOf(actor, permission) ? null : 'notAllowed'
}

/**
 * Why `actor` may not do it to what `ownerId` owns; null when they may.
 * @param ownerId null for what the installation itself brought: nobody's own
 */
export function checkScope(
  actor: Actor,
  permission: Permission,
  ownerId: string | null,
): Refusal | null {
  const scope = scopeOf(actor, permission)
  if (!scope) return 'notAllowed'
  return scope === 'all' || ownerId === actor.id ? null : 'notYours'
}

/** The account of the actor, for columns that refer to a user; null for the installation itself and for readers. */
export const userIdOf = (actor?: Actor): string | null =>
  actor && actor.role !== 'system' && actor.role !== 'public' ? actor.id : null
