import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import {
  changeRoleInput,
  editPersonInput,
  inviteInput,
  linkContributorInput,
  personInput,
  resetLinkInput,
} from './input'
import { type MadeLink, makeLink } from './link-commands'
import { linkLifeMs } from './one-time-link'
import { perform } from './perform'
import type { Actor } from './roles'

/** What an admin does to the newsroom's accounts. Whose number is nobody's is refused as "noSuchPerson". */

const nothing: Done = { change: { kind: 'nothing' } }
export type WithLink = Done & {
  link: MadeLink
  person: { id: string; name: string; email: string }
}

/** All accounts. Until the command ends nobody else changes one: two admins cannot demote each other at once. */
async function lockPeople(session: DbSession) {
  await session.$executeRaw`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`
  return session.user.findMany({
    select: {
      ...{ id: true, name: true, email: true, role: true, banned: true, contributorId: true },
      accounts: { where: { password: { not: null } }, select: { id: true } },
    },
  })
}

type Person = Awaited<ReturnType<typeof lockPeople>>[number]

const hasPassword = ({ accounts }: Person) => accounts.length > 0

/** Whether nobody but `person` could let people in: an admin who is invited and has not come yet is none. */
const isLastAdmin = (all: Person[], person: Person) =>
  person.role === 'admin' &&
  !all.some(
    (each) => each.id !== person.id && each.role === 'admin' && !each.banned && hasPassword(each),
  )

/** Why a story's name cannot be that account's; null when it can. */
async function whyNotContributor(
  session: DbSession,
  all: Person[],
  contributorId: number | null,
  id: string | null,
): Promise<Refusal | null> {
  if (contributorId === null) return null
  if (all.some((each) => each.id !== id && each.contributorId === contributorId)) {
    return 'contributorTaken'
  }
  const contributor = await session.contributor.findUnique({ where: { id: contributorId } })
  return contributor ? null : 'noSuchContributor'
}

/** Somebody who may come in, once they have chosen a password: answers the link by which they do. */
export function invitePerson(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof inviteInput>,
  now: Date,
): Promise<Outcome<WithLink>> {
  const errand = { act: 'invitePerson', deed: 'people', schema: inviteInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { contributorId = null, ...given }) => {
      const all = await lockPeople(session)
      if (all.some(({ email }) => email === given.email)) return 'emailTaken'
      const refusal = await whyNotContributor(session, all, contributorId, null)
      if (refusal) return refusal
      const person = { id: randomUUID(), name: given.name, email: given.email }
      await session.user.create({ data: { ...person, role: given.role, contributorId } })
      const whose = { purpose: 'invite', userId: person.id } as const
      return { ...nothing, person, link: await makeLink(session, whose, linkLifeMs.invite, now) }
    },
  })
}

type OnPerson<Given> = (
  session: DbSession,
  person: Person,
  given: Given,
  all: Person[],
) => Promise<Done | Refusal>

/** A command on one account. */
const onPerson =
  <Schema extends z.ZodType<{ id: string }>>(
    act: string,
    schema: Schema,
    change: OnPerson<z.output<Schema>>,
  ) =>
  (db: Db, actor: Actor | null, input: z.input<Schema>): Promise<Outcome> =>
    perform(db, actor, {
      ...{ act, deed: 'people' as const, schema, input },
      run: async (session, given) => {
        const all = await lockPeople(session)
        const person = all.find(({ id }) => id === given.id)
        return person ? change(session, person, given, all) : 'noSuchPerson'
      },
    })

/** Puts somebody's name and e-mail right. */
export const editPerson = onPerson(
  'editPerson',
  editPersonInput,
  async (session, { id }, { name, email }, all) => {
    if (all.some((each) => each.id !== id && each.email === email)) return 'emailTaken'
    await session.user.update({ where: { id }, data: { name, email } })
    return nothing
  },
)

/** Lets somebody do more, or less, from their next act on. The last admin stays one. */
export const changeRole = onPerson(
  'changeRole',
  changeRoleInput,
  async (session, person, { role }, all) => {
    if (role !== 'admin' && isLastAdmin(all, person)) return 'lastAdmin'
    await session.user.update({ where: { id: person.id }, data: { role } })
    return nothing
  },
)

/** The name under which somebody writes; null for who does not. */
export const linkContributor = onPerson(
  'linkContributor',
  linkContributorInput,
  async (session, { id }, { contributorId }, all) => {
    const refusal = await whyNotContributor(session, all, contributorId, id)
    if (refusal) return refusal
    await session.user.update({ where: { id }, data: { contributorId } })
    return nothing
  },
)

/** Lets somebody in no more: their sessions and links end, their stories stay as they are. The last admin stays. */
export const blockPerson = onPerson('blockPerson', personInput, async (session, person, _, all) => {
  if (isLastAdmin(all, person)) return 'lastAdmin'
  const { id } = person
  await session.user.update({ where: { id }, data: { banned: true } })
  await session.session.deleteMany({ where: { userId: id } })
  await session.oneTimeLink.deleteMany({ where: { userId: id } })
  return nothing
})

export const unblockPerson = onPerson('unblockPerson', personInput, async (session, { id }) => {
  await session.user.update({ where: { id }, data: { banned: false } })
  return nothing
})

/** Ends all of somebody's sessions; they may sign in again. */
export const endPersonSessions = onPerson(
  'endPersonSessions',
  personInput,
  async (session, { id }) => {
    await session.session.deleteMany({ where: { userId: id } })
    return nothing
  },
)

/** Takes an invitation back, and its account with it: of who has come already nothing is taken. */
export const withdrawInvitation = onPerson(
  'withdrawInvitation',
  personInput,
  async (session, person) => {
    if (hasPassword(person)) return 'hasCome'
    await session.user.delete({ where: { id: person.id } })
    return nothing
  },
)

/** A link by which somebody chooses a new password, or comes in for the first time; it takes the place of an older one. */
export function makeResetLink(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof resetLinkInput>,
  now: Date,
): Promise<Outcome<WithLink>> {
  const errand = { act: 'makeResetLink', deed: 'people', schema: resetLinkInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { id, withoutTwoStep }) => {
      const person = (await lockPeople(session)).find((each) => each.id === id)
      if (!person) return 'noSuchPerson'
      if (person.banned) return 'isBlocked'
      if (withoutTwoStep) {
        await session.twoFactor.deleteMany({ where: { userId: id } })
        await session.user.update({ where: { id }, data: { twoFactorEnabled: false } })
      }
      const purpose = hasPassword(person) ? 'reset' : 'invite'
      const link = await makeLink(session, { purpose, userId: id }, linkLifeMs[purpose], now)
      return { ...nothing, person: { id, name: person.name, email: person.email }, link }
    },
  })
}
