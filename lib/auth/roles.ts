import type { Refusal } from '@/lib/outcome'

/** What a person is in the newsroom; `system` is the installation itself: jobs, the import, the operator's terminal. */
export type Role = 'reporter' | 'subEditor' | 'editor' | 'admin' | 'system'

/** Who acts. */
export type Actor = { id: string; name: string; role: Role }

/** What a command does, as permission sees it. */
export type Permission =
  /** Write a new draft. */
  | 'draft'
  /** Have a story open and write in it before it is saved: for users, who can hold an edit lock. */
  | 'write'
  /** Give the paper a name to write with: a contributor, a topic, a source. */
  | 'name'
  /** Bring a picture into the archive and say what it shows; a reporter of their own pictures. */
  | 'picture'
  /** Change words, people and pictures of a story without a notice to readers; a reporter in their own drafts. */
  | 'tidy'
  /** Put a story into the trash, or take it out; a reporter their own drafts. */
  | 'trash'
  /** Hand a draft to the desk; a reporter their own. */
  | 'submit'
  /** Give a story back to its reporter, and say why. */
  | 'sendBack'
  /** Correct or update a published story, with a notice. */
  | 'note'
  /** Let somebody without an account look at a story; a reporter at their own. */
  | 'preview'
  /** Make a picture of what a story says, for others' walls. */
  | 'photocard'
  /** Decide that readers see a story, and from when. */
  | 'publish'
  /** Write down what time has published. */
  | 'settle'
  /** Look anew whether readers have what was published. */
  | 'prove'
  /** See what the newsroom's worker has to do, and have it tried again. */
  | 'queue'
  /** Take a published story away, or give it back. */
  | 'withdraw'
  /** Give a story to another category, and so another address. */
  | 'move'
  /** Hold stories to places of the front page. */
  | 'front'
  /** Rename, merge and order the categories. */
  | 'categories'
  /** Put the names that stories carry right: rename, describe, make two one. */
  | 'names'
  /** What is one's own: name, password, sessions, two steps. */
  | 'account'
  /** Let people in, out, and up. */
  | 'people'
  /** The paper's own words and what it decided for its newsroom. */
  | 'settings'
  /** Open a locked newsroom from the machine itself. */
  | 'rescue'

const editorsAndAbove: readonly Role[] = ['editor', 'admin', 'system']
const subEditorsAndAbove: readonly Role[] = ['subEditor', ...editorsAndAbove]

const rolesByPermission: Record<Permission, readonly Role[]> = {
  draft: ['reporter', ...subEditorsAndAbove],
  write: ['reporter', 'subEditor', 'editor', 'admin'],
  name: ['reporter', ...subEditorsAndAbove],
  picture: ['reporter', ...subEditorsAndAbove],
  tidy: ['reporter', ...subEditorsAndAbove],
  trash: ['reporter', ...subEditorsAndAbove],
  submit: ['reporter', 'subEditor', 'editor', 'admin'],
  sendBack: subEditorsAndAbove,
  note: subEditorsAndAbove,
  preview: ['reporter', ...subEditorsAndAbove],
  photocard: subEditorsAndAbove,
  publish: editorsAndAbove,
  settle: ['system'],
  prove: subEditorsAndAbove,
  queue: editorsAndAbove,
  withdraw: editorsAndAbove,
  move: editorsAndAbove,
  front: editorsAndAbove,
  categories: ['admin', 'system'],
  names: editorsAndAbove,
  account: ['reporter', 'subEditor', 'editor', 'admin'],
  people: ['admin'],
  settings: ['admin', 'system'],
  rescue: ['system'],
}

/** Why `actor` may not do it; null when they may. Null for an actor is a visitor nobody knows. */
export function checkPermission(actor: Actor | null, permission: Permission): Refusal | null {
  if (!actor) return 'notSignedIn'
  return rolesByPermission[permission].includes(actor.role) ? null : 'notAllowed'
}
