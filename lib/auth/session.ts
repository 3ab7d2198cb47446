import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { paperNow } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { getBetterAuth } from './better-auth'
import { newsroomPath, signInPath, twoStepPath } from './paths'
import { type Actor, checkPermission, type Permission } from './permissions'
import { isTwoStepDue, isTwoStepRequired, readTwoStepPolicy } from './two-step-rule'
import { userRole } from './user'

/** A signed-in user. */
export type SignedInUser = {
  actor: Actor
  email: string
  hasTwoStep: boolean
  /** The paper asks for two steps and they have not set them up: until then they may do nothing else. */
  mustSetUpTwoStep: boolean
  /** From when two steps are required of them, while they have not set them up. */
  twoStepDueAt: Date | null
  sessionId: string
}

type TwoStepDuty = Pick<SignedInUser, 'mustSetUpTwoStep' | 'twoStepDueAt'>

/** What the paper's rule requires of a user with or without two steps. */
async function findTwoStepDuty(actor: Actor, hasTwoStep: boolean): Promise<TwoStepDuty> {
  if (hasTwoStep) return { mustSetUpTwoStep: false, twoStepDueAt: null }
  const paper = await db().paper.findFirst({ select: { settings: true } })
  const policy = readTwoStepPolicy(paper?.settings)
  const isDue = isTwoStepDue(policy, actor.role, paperNow())
  const isComing = !isDue && isTwoStepRequired(policy.rule, actor.role)
  return { mustSetUpTwoStep: isDue, twoStepDueAt: isComing ? policy.from : null }
}

/** The user of the session cookie in `from`; null without a valid session, and for a blocked user. */
async function findSignedInUser(requestHeaders: Headers): Promise<SignedInUser | null> {
  const query = { disableCookieCache: true, disableRefresh: true }
  const authSession = await getBetterAuth().api.getSession({ headers: requestHeaders, query })
  const role = userRole.safeParse(authSession?.user.role)
  if (!authSession || !role.success || authSession.user.banned) return null
  const { id, name, email } = authSession.user
  const actor = { id, name, role: role.data }
  const hasTwoStep = authSession.user.twoFactorEnabled === true
  const duty = await findTwoStepDuty(actor, hasTwoStep)
  return { actor, email, hasTwoStep, ...duty, sessionId: authSession.session.id }
}

/** The user of the current request, looked up once per request. */
export const currentSignedInUser = cache(async () => findSignedInUser(await headers()))

/**
 * The actor of an action or a route handler; null for an unknown visitor, and for a user who has to set up two steps
 * first.
 */
export async function currentActor(): Promise<Actor | null> {
  const signedInUser = await currentSignedInUser()
  return signedInUser && !signedInUser.mustSetUpTwoStep ? signedInUser.actor : null
}

async function redirectToSignIn(): Promise<never> {
  redirect(signInPath((await headers()).get('x-newsroom-path') ?? newsroomPath))
}

/** The signed-in user of a page of their own account; anybody else is redirected to the sign-in page. */
export async function requireSignedInUser(): Promise<SignedInUser> {
  return (await currentSignedInUser()) ?? redirectToSignIn()
}

/**
 * The actor of a page. A visitor is redirected to the sign-in page and back afterwards.
 * @param permission the permission that the page requires; without it the response is the 403 page
 */
export async function requireActor(permission?: Permission): Promise<Actor> {
  const { actor, mustSetUpTwoStep } = await requireSignedInUser()
  if (mustSetUpTwoStep) redirect(twoStepPath)
  if (permission && checkPermission(actor, permission)) forbidden()
  return actor
}
