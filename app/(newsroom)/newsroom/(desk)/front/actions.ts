'use server'

import { carryOut } from '@/lib/auth/carry-out'
import { whyNot } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import { publishFront } from '@/lib/front/commands'
import { heldIds } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import type { FrontDesk, FrontStory, LaidOut } from '@/lib/newsroom/front-desk'
import {
  findFrontDesk,
  layOut,
  listCandidates,
  listFrontStories,
} from '@/lib/newsroom/front-desk-queries'
import { searchedWords } from '@/lib/newsroom/list-address'
import type { Refusal } from '@/lib/outcome'

/** What another editor made of the page meanwhile, with its stories. */
export type Clash = { desk: FrontDesk; stories: FrontStory[] }

export type PublishAnswer =
  | { ok: true; edition: number }
  | { ok: false; reason: Refusal; clash: Clash | null }

async function editor() {
  const actor = await currentActor()
  const refusal = whyNot(actor, 'front')
  return refusal || !actor ? { refusal: refusal ?? 'notSignedIn' } : { actor }
}

/** The choice is the front page from now on. Somebody who looked at another edition is shown what is there. */
export async function publishFrontAction(
  choice: FrontChoice,
  expectedEdition: number | null,
): Promise<PublishAnswer> {
  const sent = { choice, expectedEdition }
  const outcome = await carryOut(publishFront, await currentActor(), sent)
  if (outcome.ok) return { ok: true, edition: outcome.edition }
  if (outcome.reason !== 'outdated') return { ok: false, reason: outcome.reason, clash: null }
  const now = new Date()
  const desk = await findFrontDesk(now)
  return {
    ok: false,
    reason: outcome.reason,
    clash: { desk, stories: await listFrontStories(heldIds(desk.held), now) },
  }
}

/** What readers would find with that choice; null for what is none, or for who may not ask. */
export async function layOutAction(choice: FrontChoice): Promise<LaidOut | null> {
  const { actor } = await editor()
  const read = choiceInput.safeParse(choice)
  return actor && read.success ? layOut(read.data, new Date()) : null
}

/** Stories to take for the page; null for who may not ask. */
export async function findCandidatesAction(words: string): Promise<FrontStory[] | null> {
  const { actor } = await editor()
  const read = searchedWords.safeParse(words)
  return actor && read.success ? listCandidates(actor, read.data, new Date()) : null
}
