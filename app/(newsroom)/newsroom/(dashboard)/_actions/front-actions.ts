'use server'

import { z } from 'zod'
import { checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { paperNow } from '@/lib/clock'
import { runAs } from '@/lib/commands/run-as'
import { categorySlug } from '@/lib/content-model/input'
import { publishFront } from '@/lib/front/commands'
import { pinnedIds } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import type {
  CandidateFilter,
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

/** The edition that another editor published meanwhile, with its stories. */
export type ConflictingEdition = { desk: FrontEditorState; stories: FrontStory[] }

export type PublishFrontActionResult =
  | { ok: true; edition: number }
  | { ok: false; reason: Refusal; clash: ConflictingEdition | null }

const candidateFilterInput = z.object({
  words: searchTextInput,
  category: z.union([z.literal(''), categorySlug]),
})

async function editor() {
  const actor = await currentActor()
  const refusal = checkPermission(actor, 'front')
  return refusal || !actor ? { refusal: refusal ?? 'notSignedIn' } : { actor }
}

/** Publishes the draft. An editor whose draft is based on an older edition receives the current one. */
export async function publishFrontAction(
  choice: FrontChoice,
  expectedEdition: number | null,
): Promise<PublishFrontActionResult> {
  const sent = { choice, expectedEdition }
  const outcome = await runAs(publishFront, await currentActor(), sent)
  if (outcome.ok) return { ok: true, edition: outcome.edition }
  if (outcome.reason !== 'outdated') return { ok: false, reason: outcome.reason, clash: null }
  const now = paperNow()
  const desk = await findFrontEditorState(now)
  return {
    ok: false,
    reason: outcome.reason,
    clash: { desk, stories: await listFrontStories(pinnedIds(desk.held), now) },
  }
}

/** The front page with that draft; null for an invalid draft or without the permission. */
export async function layOutAction(choice: FrontChoice): Promise<FrontLayout | null> {
  const { actor } = await editor()
  const read = choiceInput.safeParse(choice)
  return actor && read.success ? layOutFront(read.data, paperNow()) : null
}

/** The stories that can be placed on the front page; null without the permission. */
export async function findCandidatesAction(filter: CandidateFilter): Promise<FrontStory[] | null> {
  const { actor } = await editor()
  const read = candidateFilterInput.safeParse(filter)
  return actor && read.success ? listFrontCandidates(actor, read.data, paperNow()) : null
}
