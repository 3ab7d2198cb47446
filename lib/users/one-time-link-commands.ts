import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  adminLinkInput,
  firstAdminInput,
  newPasswordInput,
  passwordResetInput,
  rescueInput,
} from '@/lib/auth/input'
import type { Actor } from '@/lib/auth/permissions'
import { terminalActor } from '@/lib/auth/system-actors'
import { userRole } from '@/lib/auth/user'
import { defineCommand } from '@/lib/commands/command'
import type { TransactionClient } from '@/lib/db/client'
import { hashToken, type LinkPurpose, linkLifetimeMs, newToken } from './one-time-link'
import { findLink } from './one-time-link-queries'
import { setPassword } from './password'

export type CreatedLink = { token: string; purpose: LinkPurpose; expiresAt: Date }

type LinkTarget = { purpose: 'admin' } | { purpose: 'invite' | 'reset'; userId: string }

const ownerOf = (target: LinkTarget) => (target.purpose === 'admin' ? null : target.userId)

/** Makes a link beside those that are valid. */
async function addLink(
  tx: TransactionClient,
  target: LinkTarget,
  lifetimeMs: number,
  now: Date,
): Promise<CreatedLink> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + lifetimeMs)
  const userId = ownerOf(target)
  await tx.oneTimeLink.create({
    data: { hash: hashToken(token), purpose: target.purpose, userId, createdAt: now, expiresAt },
  })
  return { token, purpose: target.purpose, expiresAt }
}

/** Makes a link that takes the place of every other of its kind: of one person, or for new admins. */
export async function createLink(
  tx: TransactionClient,
  target: LinkTarget,
  lifetimeMs: number,
  now: Date,
): Promise<CreatedLink> {
  await tx.oneTimeLink.deleteMany({ where: { userId: ownerOf(target) } })
  return addLink(tx, target, lifetimeMs, now)
}

const noChange = { change: { kind: 'nothing' } } as const

/** Creates a link for a new admin. Only the terminal may run it. */
export const createAdminLink = defineCommand({
  name: 'createAdminLink',
  permission: 'rescue',
  input: adminLinkInput,
  run: async ({ tx, now }) => ({
    ...noChange,
    link: await createLink(tx, { purpose: 'admin' }, linkLifetimeMs.admin, now),
  }),
})

/**
 * Makes a user an admin with access again, whatever prevented it: blocking, a lost phone of two-step sign-in, or a
 * forgotten password, for which a link is made. Only from the machine itself.
 */
export const rescueAdmin = defineCommand({
  name: 'rescueAdmin',
  permission: 'rescue',
  input: rescueInput,
  run: async ({ tx, now }, { email }) => {
    const user = await tx.user.findUnique({ where: { email } })
    if (!user) return 'noSuchUser'
    await tx.twoFactor.deleteMany({ where: { userId: user.id } })
    await tx.user.update({
      where: { id: user.id },
      data: { role: 'admin', banned: false, banReason: null, twoFactorEnabled: false },
    })
    const target = { purpose: 'reset', userId: user.id } as const
    return { ...noChange, link: await createLink(tx, target, linkLifetimeMs.reset, now) }
  },
})

/** Deletes the link; false when it no longer exists. Of two concurrent calls exactly one returns true. */
async function consumeLink(tx: TransactionClient, token: string, now: Date): Promise<boolean> {
  const where = { hash: hashToken(token), expiresAt: { gt: now } }
  return (await tx.oneTimeLink.deleteMany({ where })).count > 0
}

/** The actor that an account is; null without one, or with a role that this version does not know. */
function actorOfUser(
  user?: { id: string; name: string; role: string | null } | null,
): Actor | null {
  const role = userRole.safeParse(user?.role)
  return user && role.success ? { id: user.id, name: user.name, role: role.data } : null
}

/** Creates the account of a new admin. The one-time link is the permission, so the command runs as the terminal. */
export const registerFirstAdmin = defineCommand({
  name: 'registerFirstAdmin',
  permission: 'rescue',
  input: firstAdminInput.extend({ token: z.string() }),
  omitFromAudit: ['password', 'token'],
  identify: async ({ db, now }, { token }) => {
    const link = await findLink(token, now, db)
    return link?.purpose === 'admin' ? terminalActor : 'linkGone'
  },
  run: async ({ tx, now }, { name, email, password, token }) => {
    if (!(await consumeLink(tx, token, now))) return 'linkGone'
    // Links of other starts: one is enough.
    await tx.oneTimeLink.deleteMany({ where: { userId: null } })
    if (await tx.user.findUnique({ where: { email } })) return 'emailTaken'
    const id = randomUUID()
    await tx.user.create({ data: { id, name, email, emailVerified: true, role: 'admin' } })
    await setPassword(tx, id, password)
    return { ...noChange, email }
  },
})

/**
 * Sets a new password for the user of the link and ends all their sessions. Two-step sign-in stays as it is: access to a
 * mailbox is no second factor.
 */
export const choosePassword = defineCommand({
  name: 'choosePassword',
  permission: 'account',
  input: newPasswordInput.extend({ token: z.string() }),
  omitFromAudit: ['password', 'token'],
  identify: async ({ db, now }, { token }) =>
    actorOfUser((await findLink(token, now, db))?.user) ?? 'linkGone',
  run: async ({ tx, actor: { id }, now }, { password, token }) => {
    if (!(await consumeLink(tx, token, now))) return 'linkGone'
    await tx.oneTimeLink.deleteMany({ where: { userId: id } })
    await setPassword(tx, id, password)
    await tx.session.deleteMany({ where: { userId: id } })
    // The link came by e-mail: the address is the user's.
    const { email } = await tx.user.update({ where: { id }, data: { emailVerified: true } })
    return { ...noChange, email }
  },
})

/**
 * Makes the link that a user has asked for by e-mail. Anybody can ask in their name: the audit trail has no entry, and an
 * invitation or a link of an admin stays valid.
 */
export const createEmailedLink = defineCommand({
  name: 'createEmailedLink',
  permission: 'account',
  input: passwordResetInput,
  skipsAudit: true,
  identify: async ({ db }, { email }) => {
    const user = await db.user.findUnique({ where: { email } })
    return (user?.banned ? null : actorOfUser(user)) ?? 'noSuchUser'
  },
  run: async ({ tx, actor: { id: userId, name }, now }) => {
    const purpose = (await tx.account.count({ where: { userId } })) > 0 ? 'reset' : 'invite'
    await tx.oneTimeLink.deleteMany({ where: { userId, expiresAt: { lte: now } } })
    const link = await addLink(tx, { purpose, userId }, linkLifetimeMs.emailed, now)
    return { ...noChange, name, link }
  },
})
