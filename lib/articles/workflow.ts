import { type Actor, checkScope, scopeOf } from '@/lib/auth/permissions'
import { isPublic, type Publication, publicAt } from '@/lib/content-model/article'
import type { Refusal } from '@/lib/outcome'

/** The fields of a story that decide its workflow. */
export type WorkflowState = Publication & {
  /** Without a single block of text: a headline is not yet a story. */
  isEmpty: boolean
}

/** The fields of a story that decide who may edit it. */
export type EditableState = Pick<Publication, 'status'> & {
  ownerId: string | null
  trashedAt: Date | null
}

/** Why `actor` may not change the story's words; null when they may. A reporter writes in their own drafts alone. */
export function checkWrite(actor: Actor, story: EditableState): Refusal | null {
  const refusal = checkScope(actor, 'edit', story.ownerId)
  if (refusal) return refusal
  if (story.trashedAt) return 'trashed'
  return story.status === 'draft' || scopeOf(actor, 'edit') === 'all' ? null : 'handedIn'
}

/** Why `actor` may not see the unpublished story; null when they may. A reporter sees only their own. */
export function checkRead(actor: Actor, story: Pick<EditableState, 'ownerId'>): Refusal | null {
  return checkScope(actor, 'viewStories', story.ownerId)
}

/** Why the story may not go into the trash; null when it may: only what readers never had, or no longer have. */
export function checkTrash(story: EditableState): Refusal | null {
  if (story.trashedAt) return 'trashed'
  return story.status === 'draft' || story.status === 'withdrawn' ? null : 'notTrashable'
}

/** Why the story may not be handed to the desk; null when it may: a draft with text. */
export function checkSubmit(story: WorkflowState, now: Date): Refusal | null {
  if (story.status === 'withdrawn') return 'withdrawn'
  if (isPublic(story, now)) return 'alreadyPublished'
  if (story.status === 'inReview') return 'alreadySubmitted'
  if (story.status === 'scheduled') return 'alreadyPlanned'
  return story.isEmpty ? 'emptyStory' : null
}

/** Why the story may not go back to its reporter; null when it may: it was handed in, and is not yet planned. */
export const checkSendBack = (story: Pick<Publication, 'status'>): Refusal | null =>
  story.status === 'inReview' ? null : 'notSubmitted'

/** When readers are to see a story. */
export type PublicationPlan = { publishAt: Date; embargoUntil: Date | null }

/** Why readers may not have the story from now on; null when they may. Our haste does not lift a source's embargo. */
export function checkPublish(story: WorkflowState, now: Date): Refusal | null {
  if (story.status === 'withdrawn') return 'withdrawn'
  if (isPublic(story, now)) return 'alreadyPublished'
  if (story.embargoUntil && story.embargoUntil > now) return 'embargoed'
  return story.isEmpty ? 'emptyStory' : null
}

/** Why the story may not wait for that plan's hour; null when it may. Plan and embargo together must lie ahead. */
export function checkSchedule(
  story: WorkflowState,
  plan: PublicationPlan,
  now: Date,
): Refusal | null {
  if (story.status === 'withdrawn') return 'withdrawn'
  if (isPublic(story, now)) return 'alreadyPublished'
  if (isPublic({ status: 'scheduled', ...plan }, now)) return 'hourPassed'
  return story.isEmpty ? 'emptyStory' : null
}

/** Why the source's limit may not be set; null when it may: once readers have the story it is late for that. */
export function checkEmbargo(
  story: Publication,
  embargoUntil: Date | null,
  now: Date,
): Refusal | null {
  if (story.status === 'withdrawn') return 'withdrawn'
  if (isPublic(story, now)) return 'alreadyPublished'
  if (embargoUntil && embargoUntil <= now) return 'hourPassed'
  return isPublic({ ...story, embargoUntil }, now) ? 'hourPassed' : null
}

/** Why a plan may not be taken back; null when it may. What readers have seen is withdrawn, not unplanned. */
export function checkUnschedule(story: Publication, now: Date): Refusal | null {
  if (isPublic(story, now)) return 'alreadyPublished'
  return publicAt(story) ? null : 'notScheduled'
}

/** Why it is not to be written down that the story became public; null when it is: its hour has come, and nobody did yet. */
export function checkFinalize(story: Publication, now: Date): Refusal | null {
  if (story.status !== 'scheduled') return 'notScheduled'
  return isPublic(story, now) ? null : 'notDue'
}

/** Why the story may not be withdrawn, nor a change of it noted: only what readers can see; null when it may. */
export function checkPublic(story: Publication, now: Date): Refusal | null {
  if (story.status === 'withdrawn') return 'withdrawn'
  return isPublic(story, now) ? null : 'notPublished'
}
