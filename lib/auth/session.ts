import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { db } from '@/lib/db/client'
import { doorPath, signInPath, twoStepPath } from './addresses'
import { betterAuthOfPaper } from './better-auth'
import { personRole } from './person'
import { type Actor, type Deed, whyNot } from './roles'
import { isTwoStepAsked, readTwoStepRule } from './two-step'

/** Somebody who is signed in. */
export type SignedIn = {
  actor: Actor
  email: string
  hasTwoStep: boolean
  /** The paper asks for two steps and they have not set them up: until then they may do nothing else. */
  mustSetUpTwoStep: boolean
  sessionId: string
}

async function isTwoStepMissing(actor: Actor, hasTwoStep: boolean): Promise<boolean> {
  if (hasTwoStep) return false
  const paper = await db().paper.findFirst({ select: { settings: true } })
  return isTwoStepAsked(readTwoStepRule(paper?.settings), actor.role)
}

/** Who the cookie in `from` belongs to; null for nobody, an ended session, and who is blocked. */
export async function findSignedIn(from: Headers): Promise<SignedIn | null> {
  const query = { disableCookieCache: true, disableRefresh: true }
  const found = await betterAuthOfPaper().api.getSession({ headers: from, query })
  const role = personRole.safeParse(found?.user.role)
  if (!found || !role.success || found.user.banned) return null
  const { id, name, email } = found.user
  const actor = { id, name, role: role.data }
  const hasTwoStep = found.user.twoFactorEnabled === true
  const mustSetUpTwoStep = await isTwoStepMissing(actor, hasTwoStep)
  return { actor, email, hasTwoStep, mustSetUpTwoStep, sessionId: found.session.id }
}

/** Who asked for what is being answered, asked once per answer. */
export const currentSignedIn = cache(async () => findSignedIn(await headers()))

/** Who acts, for actions and route handlers; null for a visitor whom nobody knows, or who has two steps to set up first. */
export async function currentActor(): Promise<Actor | null> {
  const signedIn = await currentSignedIn()
  return signedIn && !signedIn.mustSetUpTwoStep ? signedIn.actor : null
}

async function toSignIn(): Promise<never> {
  redirect(signInPath((await headers()).get('x-newsroom-path') ?? doorPath))
}

/** Who asks for a page of their own account; anybody else is led to the door. */
export async function requireSignedIn(): Promise<SignedIn> {
  return (await currentSignedIn()) ?? toSignIn()
}

/**
 * Who asks for a page. Anybody else is led to the door and back here afterwards.
 * @param deed what the page is for: without the right to it the page of no right is drawn, with status 403
 */
export async function requireActor(deed?: Deed): Promise<Actor> {
  const { actor, mustSetUpTwoStep } = await requireSignedIn()
  if (mustSetUpTwoStep) redirect(twoStepPath)
  if (deed && whyNot(actor, deed)) forbidden()
  return actor
}
