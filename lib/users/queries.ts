import 'server-only'
import { cache } from 'react'
import { isTwoStepRequired, type TwoStepRule } from '@/lib/auth/two-step-rule'
import { type User, userRole } from '@/lib/auth/user'
import { searchKey } from '@/lib/bengali/search/search-key'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

const select = {
  id: true,
  name: true,
  email: true,
  role: true,
  banned: true,
  twoFactorEnabled: true,
  contributor: { select: { id: true, name: true } },
  accounts: { where: { password: { not: null } }, select: { id: true } },
} satisfies Prisma.UserSelect

type UserRow = Prisma.UserGetPayload<{ select: typeof select }>

const toUser = ({ role, banned, twoFactorEnabled, accounts, ...row }: UserRow): User => ({
  ...row,
  role: userRole.parse(role),
  isBlocked: banned,
  hasTwoStep: twoFactorEnabled,
  hasJoined: accounts.length > 0,
})

/** All people of the newsroom whose name or e-mail answers what is typed; a newsroom has hundreds, not millions. */
export async function listUsers(typed: string): Promise<User[]> {
  const rows = await db().user.findMany({ select, orderBy: [{ banned: 'asc' }, { name: 'asc' }] })
  const key = searchKey(typed)
  const email = typed.trim().toLowerCase()
  return rows
    .filter(
      (row) =>
        !typed.trim() || row.email.includes(email) || (key && searchKey(row.name).includes(key)),
    )
    .map(toUser)
}

/** Somebody, with what an act on their account would touch. */
export const findUser = cache(async (id: string, now: Date) => {
  const row = await db().user.findUnique({ where: { id }, select })
  if (!row) return null
  const [stories, drafts, sessions, link] = await Promise.all([
    db().article.count({ where: { ownerId: id } }),
    db().article.count({ where: { ownerId: id, status: 'draft', trashedAt: null } }),
    db().session.count({ where: { userId: id, expiresAt: { gt: now } } }),
    db().oneTimeLink.findFirst({
      where: { userId: id, expiresAt: { gt: now } },
      select: { expiresAt: true },
    }),
  ])
  return { ...toUser(row), stories, drafts, sessions, linkUntil: link?.expiresAt ?? null }
})

/** The open sessions of a user, newest first. */
export function listSessions(userId: string, now: Date) {
  return db().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, ipAddress: true, userAgent: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** How many of whom each rule asks for two steps have not set them up: they are led to do so at their next page. */
export async function countWithoutTwoStep(): Promise<Record<TwoStepRule, number>> {
  const rows = await db().user.findMany({
    where: { banned: false, twoFactorEnabled: false },
    select: { role: true },
  })
  const roles = rows.map(({ role }) => userRole.parse(role))
  const countFor = (rule: TwoStepRule) =>
    roles.filter((role) => isTwoStepRequired(rule, role)).length
  return {
    nobody: countFor('nobody'),
    editors: countFor('editors'),
    everybody: countFor('everybody'),
  }
}
