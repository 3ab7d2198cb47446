'use server'

import { checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { publishFront } from '@/lib/front/commands'
import { pinnedIds } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import type {
  FrontEditorState,
  FrontLayout,
  FrontStory,
} from '@/lib/newsroom/front-page/front-page'
import {
  findFrontEditorState,
  layOutFront,
  listFrontCandidates,
  listFrontStories,
} from '@/lib/newsroom/front-page/front-page-queries'
import { searchTextInput } from '@/lib/newsroom/story-lists/list-address'
import type { Refusal } from '@/lib/outcome'

/** What another editor made of the page meanwhile, with its stories. */
export type ConflictingEdition = { desk: FrontEditorState; stories: FrontStory[] }

export type PublishFrontActionResult =
  | { ok: true; edition: number }
  | { ok: false; reason: Refusal; clash: ConflictingEdition | null }

async function editor() {
  const actor = await currentActor()
  const refusal = checkPermission(actor, 'front')
  return refusal || !actor ? { refusal: refusal ?? 'notSignedIn' } : { actor }
}

/** The choice is the front page from now on. Somebody who looked at another edition is shown what is there. */
export async function publishFrontAction(
  choice: FrontChoice,
  expectedEdition: number | null,
): Promise<PublishFrontActionResult> {
  const sent = { choice, expectedEdition }
  const outcome = await runAs(publishFront, await currentActor(), sent)
  if (outcome.ok) return { ok: true, edition: outcome.edition }
  if (outcome.reason !== 'outdated') return { ok: false, reason: outcome.reason, clash: null }
  const now = new Date()
  const desk = await findFrontEditorState(now)
  return {
    ok: false,
    reason: outcome.reason,
    clash: { desk, stories: await listFrontStories(pinnedIds(desk.held), now) },
  }
}

/** What readers would find with that choice; null for what is none, or for who may not ask. */
export async function layOutAction(choice: FrontChoice): Promise<FrontLayout | null> {
  const { actor } = await editor()
  const read = choiceInput.safeParse(choice)
  return actor && read.success ? layOutFront(read.data, new Date()) : null
}

/** Stories to take for the page; null for who may not ask. */
export async function findCandidatesAction(words: string): Promise<FrontStory[] | null> {
  const { actor } = await editor()
  const read = searchTextInput.safeParse(words)
  return actor && read.success ? listFrontCandidates(actor, read.data, new Date()) : null
}
