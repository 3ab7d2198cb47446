import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import {
  changeRoleInput,
  editUserInput,
  inviteInput,
  linkContributorInput,
  resetLinkInput,
  userIdInput,
} from '@/lib/auth/input'
import { type Role, scopeOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import type { CommandName } from '@/lib/commands/command-names'
import type { TransactionClient } from '@/lib/db/client'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { linkLifetimeMs } from './one-time-link'
import { type CreatedLink, createLink } from './one-time-link-commands'

/** Commands of an admin on the newsroom's accounts. An unknown id is refused as "noSuchUser". */

const noChange: CommandResult = { change: { kind: 'nothing' } }
export type UserLinkResult = CommandResult & {
  link: CreatedLink
  user: { id: string; name: string; email: string }
}

/** All accounts. Until the command ends nobody else changes one: two admins cannot demote each other at once. */
async function lockUsers(tx: TransactionClient) {
  await tx.$executeRaw`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`
  return tx.user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      banned: true,
      contributorId: true,
      accounts: { where: { password: { not: null } }, select: { id: true } },
    },
  })
}

type LockedUser = Awaited<ReturnType<typeof lockUsers>>[number]

const hasPassword = ({ accounts }: LockedUser) => accounts.length > 0

/** Whether users of the role may invite, block and change others. */
const managesUsers = (role: string) => scopeOf({ role: role as Role }, 'users') !== null

/** Whether `user` is the only active admin. An invited admin without a password does not count. */
const isLastAdmin = (allUsers: LockedUser[], user: LockedUser) =>
  managesUsers(user.role) &&
  !allUsers.some(
    (each) => each.id !== user.id && managesUsers(each.role) && !each.banned && hasPassword(each),
  )

/** Why a story's name cannot be that account's; null when it can. */
async function checkContributor(
  tx: TransactionClient,
  allUsers: LockedUser[],
  contributorId: number | null,
  id: string | null,
): Promise<Refusal | null> {
  if (contributorId === null) return null
  if (allUsers.some((each) => each.id !== id && each.contributorId === contributorId)) {
    return 'contributorTaken'
  }
  const contributor = await tx.contributor.findUnique({ where: { id: contributorId } })
  return contributor ? null : 'noSuchContributor'
}

/** Invites a user. Returns the link by which the user chooses a password. */
export const inviteUser = defineCommand({
  name: 'inviteUser',
  permission: 'users',
  input: inviteInput,
  run: async ({ tx, now }, { contributorId = null, ...details }) => {
    const allUsers = await lockUsers(tx)
    if (allUsers.some(({ email }) => email === details.email)) return 'emailTaken'
    const refusal = await checkContributor(tx, allUsers, contributorId, null)
    if (refusal) return refusal
    const user = { id: randomUUID(), name: details.name, email: details.email }
    await tx.user.create({ data: { ...user, role: details.role, contributorId } })
    const target = { purpose: 'invite', userId: user.id } as const
    return { ...noChange, user, link: await createLink(tx, target, linkLifetimeMs.invite, now) }
  },
})

type UserChange<Details> = (
  tx: TransactionClient,
  user: LockedUser,
  details: Details,
  allUsers: LockedUser[],
) => Promise<CommandResult | Refusal>

/** A command on one account. */
const userCommand = <Schema extends z.ZodType<{ id: string }>>(
  name: CommandName,
  input: Schema,
  change: UserChange<z.output<Schema>>,
) =>
  defineCommand<Schema, CommandResult>({
    name,
    permission: 'users',
    input,
    run: async ({ tx }, details) => {
      const allUsers = await lockUsers(tx)
      const user = allUsers.find(({ id }) => id === details.id)
      return user ? change(tx, user, details, allUsers) : 'noSuchUser'
    },
  })

/** Changes the name and e-mail of a user. */
export const editUser = userCommand(
  'editUser',
  editUserInput,
  async (tx, { id }, { name, email }, allUsers) => {
    if (allUsers.some((each) => each.id !== id && each.email === email)) return 'emailTaken'
    await tx.user.update({ where: { id }, data: { name, email } })
    return noChange
  },
)

/** Changes the role of a user, from their next request on. The last admin cannot be demoted. */
export const changeRole = userCommand(
  'changeRole',
  changeRoleInput,
  async (tx, user, { role }, allUsers) => {
    if (!managesUsers(role) && isLastAdmin(allUsers, user)) return 'lastAdmin'
    await tx.user.update({ where: { id: user.id }, data: { role } })
    return noChange
  },
)

/** Sets the contributor that a user writes as; null for none. */
export const linkContributor = userCommand(
  'linkContributor',
  linkContributorInput,
  async (tx, { id }, { contributorId }, allUsers) => {
    const refusal = await checkContributor(tx, allUsers, contributorId, id)
    if (refusal) return refusal
    await tx.user.update({ where: { id }, data: { contributorId } })
    return noChange
  },
)

/** Blocks a user: their sessions and links end, and their stories stay unchanged. The last admin cannot be blocked. */
export const blockUser = userCommand('blockUser', userIdInput, async (tx, user, _, allUsers) => {
  if (isLastAdmin(allUsers, user)) return 'lastAdmin'
  const { id } = user
  await tx.user.update({ where: { id }, data: { banned: true } })
  await tx.session.deleteMany({ where: { userId: id } })
  await tx.oneTimeLink.deleteMany({ where: { userId: id } })
  return noChange
})

export const unblockUser = userCommand('unblockUser', userIdInput, async (tx, { id }) => {
  await tx.user.update({ where: { id }, data: { banned: false } })
  return noChange
})

/** Ends all sessions of a user, who may sign in again. */
export const endUserSessions = userCommand('endUserSessions', userIdInput, async (tx, { id }) => {
  await tx.session.deleteMany({ where: { userId: id } })
  return noChange
})

/** Withdraws an invitation and deletes its account. An account that has a password is never deleted. */
export const withdrawInvitation = userCommand(
  'withdrawInvitation',
  userIdInput,
  async (tx, user) => {
    if (hasPassword(user)) return 'hasCome'
    await tx.user.delete({ where: { id: user.id } })
    return noChange
  },
)

/** Creates a link for a new password or a first sign-in. It replaces the user's older link. */
export const createResetLink = defineCommand({
  name: 'createResetLink',
  permission: 'users',
  input: resetLinkInput,
  run: async ({ tx, now }, { id, withoutTwoStep }) => {
    const user = (await lockUsers(tx)).find((each) => each.id === id)
    if (!user) return 'noSuchUser'
    if (user.banned) return 'isBlocked'
    if (withoutTwoStep) {
      await tx.twoFactor.deleteMany({ where: { userId: id } })
      await tx.user.update({ where: { id }, data: { twoFactorEnabled: false } })
    }
    const purpose = hasPassword(user) ? 'reset' : 'invite'
    const link = await createLink(tx, { purpose, userId: id }, linkLifetimeMs[purpose], now)
    return { ...noChange, user: { id, name: user.name, email: user.email }, link }
  },
})
