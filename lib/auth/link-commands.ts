import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import { adminLinkInput, firstAdminInput, newPasswordInput, rescueInput } from './input'
import { terminal } from './machines'
import { hashOfToken, type LinkPurpose, linkLifeMs, newToken } from './one-time-link'
import { givePassword } from './password'
import { perform } from './perform'
import { personRole } from './person'
import type { Actor } from './roles'

export type MadeLink = { token: string; purpose: LinkPurpose; expiresAt: Date }
type WithLink = Done & { link: MadeLink }

type Whose = { purpose: 'admin' } | { purpose: 'invite' | 'reset'; userId: string }

/** Makes a link that takes the place of every other of its kind: of one person, or for new admins. */
export async function makeLink(
  session: DbSession,
  whose: Whose,
  lifeMs: number,
  now: Date,
): Promise<MadeLink> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + lifeMs)
  const userId = whose.purpose === 'admin' ? null : whose.userId
  await session.oneTimeLink.deleteMany({ where: { userId } })
  await session.oneTimeLink.create({
    data: { hash: hashOfToken(token), purpose: whose.purpose, userId, createdAt: now, expiresAt },
  })
  return { token, purpose: whose.purpose, expiresAt }
}

const nothing = { change: { kind: 'nothing' } } as const

/** A link by which a new admin comes in; from the machine itself alone. */
export function makeAdminLink(
  db: Db,
  actor: Actor | null,
  input: Record<string, never>,
  now: Date,
): Promise<Outcome<WithLink>> {
  const errand = { act: 'makeAdminLink', deed: 'rescue', schema: adminLinkInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session) => ({
      ...nothing,
      link: await makeLink(session, { purpose: 'admin' }, linkLifeMs.admin, now),
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
): Promise<Outcome<WithLink>> {
  const errand = { act: 'rescueAdmin', deed: 'rescue', schema: rescueInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { email }) => {
      const user = await session.user.findUnique({ where: { email } })
      if (!user) return 'noSuchPerson'
      await session.twoFactor.deleteMany({ where: { userId: user.id } })
      await session.user.update({
        where: { id: user.id },
        data: { role: 'admin', banned: false, banReason: null, twoFactorEnabled: false },
      })
      const whose = { purpose: 'reset', userId: user.id } as const
      return { ...nothing, link: await makeLink(session, whose, linkLifeMs.reset, now) }
    },
  })
}

/** Takes the link away; false when it was not there any more. Of two at once one has it. */
async function useUp(session: DbSession, token: string, now: Date): Promise<boolean> {
  const where = { hash: hashOfToken(token), expiresAt: { gt: now } }
  return (await session.oneTimeLink.deleteMany({ where })).count > 0
}

/** A link's holder and what it is for; null for one that was never made, is used up, or too old. */
export async function findLink(db: DbSession, token: string, now: Date) {
  const link = await db.oneTimeLink.findUnique({
    where: { hash: hashOfToken(token) },
    select: {
      purpose: true,
      expiresAt: true,
      user: { select: { id: true, name: true, email: true, role: true, banned: true } },
    },
  })
  if (!link || link.expiresAt <= now || link.user?.banned) return null
  return { purpose: link.purpose as LinkPurpose, user: link.user }
}

const gone = { ok: false, reason: 'linkGone' } as const

type Came = Done & { email: string }

/** The first step of a new admin: an account of their own. The link is their right; it opens once. */
export async function comeAsAdmin(
  db: Db,
  token: string,
  input: z.input<typeof firstAdminInput>,
  now: Date,
): Promise<Outcome<Came>> {
  const link = await findLink(db, token, now)
  if (link?.purpose !== 'admin') return gone
  const come = async (
    session: DbSession,
    { name, email, password }: z.output<typeof firstAdminInput>,
  ): Promise<Came | Refusal> => {
    if (!(await useUp(session, token, now))) return 'linkGone'
    // Links of other starts: one is enough.
    await session.oneTimeLink.deleteMany({ where: { userId: null } })
    if (await session.user.findUnique({ where: { email } })) return 'emailTaken'
    const id = randomUUID()
    await session.user.create({ data: { id, name, email, emailVerified: true, role: 'admin' } })
    await givePassword(session, id, password)
    return { ...nothing, email }
  }
  const errand = { act: 'comeAsAdmin', deed: 'rescue', schema: firstAdminInput, input } as const
  return perform(db, terminal, { ...errand, unsaid: ['password'], run: come })
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
): Promise<Outcome<Came>> {
  const link = await findLink(db, token, now)
  const role = personRole.safeParse(link?.user?.role)
  if (!link?.user || !role.success) return gone
  const { id, name, email } = link.user
  const choose = async (
    session: DbSession,
    { password }: z.output<typeof newPasswordInput>,
  ): Promise<Came | Refusal> => {
    if (!(await useUp(session, token, now))) return 'linkGone'
    await session.oneTimeLink.deleteMany({ where: { userId: id } })
    await givePassword(session, id, password)
    await session.session.deleteMany({ where: { userId: id } })
    // Whoever reads the mailbox: the address is theirs.
    await session.user.update({ where: { id }, data: { emailVerified: true } })
    return { ...nothing, email }
  }
  const errand = {
    act: 'choosePassword',
    deed: 'account',
    schema: newPasswordInput,
    input,
  } as const
  return perform(
    db,
    { id, name, role: role.data },
    { ...errand, unsaid: ['password'], run: choose },
  )
}
