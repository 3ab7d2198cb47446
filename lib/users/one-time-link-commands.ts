import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { adminLinkInput, firstAdminInput, newPasswordInput, rescueInput } from '@/lib/auth/input'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { terminalActor } from '@/lib/auth/system-actors'
import { userRole } from '@/lib/auth/user'
import type { Db, TransactionClient } from '@/lib/db/client'
import type { CommandResult, Outcome, Refusal } from '@/lib/outcome'
import { hashToken, type LinkPurpose, linkLifetimeMs, newToken } from './one-time-link'
import { setPassword } from './password'

export type CreatedLink = { token: string; purpose: LinkPurpose; expiresAt: Date }
type LinkResult = CommandResult & { link: CreatedLink }

type LinkTarget = { purpose: 'admin' } | { purpose: 'invite' | 'reset'; userId: string }

/** Makes a link that takes the place of every other of its kind: of one person, or for new admins. */
export async function createLink(
  tx: TransactionClient,
  target: LinkTarget,
  lifetimeMs: number,
  now: Date,
): Promise<CreatedLink> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + lifetimeMs)
  const userId = target.purpose === 'admin' ? null : target.userId
  await tx.oneTimeLink.deleteMany({ where: { userId } })
  await tx.oneTimeLink.create({
    data: { hash: hashToken(token), purpose: target.purpose, userId, createdAt: now, expiresAt },
  })
  return { token, purpose: target.purpose, expiresAt }
}

const noChange = { change: { kind: 'nothing' } } as const

/** A link by which a new admin comes in; from the machine itself alone. */
export function createAdminLink(
  db: Db,
  actor: Actor | null,
  input: Record<string, never>,
  now: Date,
): Promise<Outcome<LinkResult>> {
  const definition = {
    name: 'makeAdminLink',
    permission: 'rescue',
    schema: adminLinkInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx) => ({
      ...noChange,
      link: await createLink(tx, { purpose: 'admin' }, linkLifetimeMs.admin, now),
    }),
  })
}

/**
 * Makes somebody of the newsroom an admin who is let in, whatever stood in the way: blocked, two steps whose phone is
 * lost, a forgotten password, for which there is a link. From the machine itself alone.
 */
export function rescueAdmin(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof rescueInput>,
  now: Date,
): Promise<Outcome<LinkResult>> {
  const definition = {
    name: 'rescueAdmin',
    permission: 'rescue',
    schema: rescueInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, { email }) => {
      const user = await tx.user.findUnique({ where: { email } })
      if (!user) return 'noSuchPerson'
      await tx.twoFactor.deleteMany({ where: { userId: user.id } })
      await tx.user.update({
        where: { id: user.id },
        data: { role: 'admin', banned: false, banReason: null, twoFactorEnabled: false },
      })
      const target = { purpose: 'reset', userId: user.id } as const
      return { ...noChange, link: await createLink(tx, target, linkLifetimeMs.reset, now) }
    },
  })
}

/** Takes the link away; false when it was not there any more. Of two at once one has it. */
async function consumeLink(tx: TransactionClient, token: string, now: Date): Promise<boolean> {
  const where = { hash: hashToken(token), expiresAt: { gt: now } }
  return (await tx.oneTimeLink.deleteMany({ where })).count > 0
}

/** A link's holder and what it is for; null for one that was never made, is used up, or too old. */
export async function findLink(db: TransactionClient, token: string, now: Date) {
  const link = await db.oneTimeLink.findUnique({
    where: { hash: hashToken(token) },
    select: {
      purpose: true,
      expiresAt: true,
      user: { select: { id: true, name: true, email: true, role: true, banned: true } },
    },
  })
  if (!link || link.expiresAt <= now || link.user?.banned) return null
  return { purpose: link.purpose as LinkPurpose, user: link.user }
}

const linkGone = { ok: false, reason: 'linkGone' } as const

type AccountReady = CommandResult & { email: string }

/** The first step of a new admin: an account of their own. The link is their right; it opens once. */
export async function registerFirstAdmin(
  db: Db,
  token: string,
  input: z.input<typeof firstAdminInput>,
  now: Date,
): Promise<Outcome<AccountReady>> {
  const link = await findLink(db, token, now)
  if (link?.purpose !== 'admin') return linkGone
  const register = async (
    tx: TransactionClient,
    { name, email, password }: z.output<typeof firstAdminInput>,
  ): Promise<AccountReady | Refusal> => {
    if (!(await consumeLink(tx, token, now))) return 'linkGone'
    // Links of other starts: one is enough.
    await tx.oneTimeLink.deleteMany({ where: { userId: null } })
    if (await tx.user.findUnique({ where: { email } })) return 'emailTaken'
    const id = randomUUID()
    await tx.user.create({ data: { id, name, email, emailVerified: true, role: 'admin' } })
    await setPassword(tx, id, password)
    return { ...noChange, email }
  }
  const definition = {
    name: 'comeAsAdmin',
    permission: 'rescue',
    schema: firstAdminInput,
    input,
  } as const
  return runCommand(db, terminalActor, {
    ...definition,
    omitFromAudit: ['password'],
    run: register,
  })
}

/**
 * Gives whoever holds the link a new password, and ends all their sessions. Two steps stay as they are: a link in a mailbox
 * is no second key.
 */
export async function choosePassword(
  db: Db,
  token: string,
  input: z.input<typeof newPasswordInput>,
  now: Date,
): Promise<Outcome<AccountReady>> {
  const link = await findLink(db, token, now)
  const role = userRole.safeParse(link?.user?.role)
  if (!link?.user || !role.success) return linkGone
  const { id, name, email } = link.user
  const setNewPassword = async (
    tx: TransactionClient,
    { password }: z.output<typeof newPasswordInput>,
  ): Promise<AccountReady | Refusal> => {
    if (!(await consumeLink(tx, token, now))) return 'linkGone'
    await tx.oneTimeLink.deleteMany({ where: { userId: id } })
    await setPassword(tx, id, password)
    await tx.session.deleteMany({ where: { userId: id } })
    // Whoever reads the mailbox: the address is theirs.
    await tx.user.update({ where: { id }, data: { emailVerified: true } })
    return { ...noChange, email }
  }
  const definition = {
    name: 'choosePassword',
    permission: 'account',
    schema: newPasswordInput,
    input,
  } as const
  return runCommand(
    db,
    { id, name, role: role.data },
    { ...definition, omitFromAudit: ['password'], run: setNewPassword },
  )
}
