import 'server-only'
import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { DbSession } from '@/lib/db/client'

/** As the authentication library names an account that is opened by a password. */
const credential = 'credential'

/** Sets somebody's password, whether they had one or not. */
export async function givePassword(session: DbSession, userId: string, password: string) {
  const hash = await hashPassword(password)
  const key = { providerId: credential, accountId: userId }
  await session.account.upsert({
    where: { providerId_accountId: key },
    create: { id: randomUUID(), userId, ...key, password: hash },
    update: { password: hash },
  })
}

/** Whether it is theirs. */
export async function isPasswordOf(
  db: DbSession,
  userId: string,
  password: string,
): Promise<boolean> {
  const where = { providerId_accountId: { providerId: credential, accountId: userId } }
  const account = await db.account.findUnique({ where, select: { password: true } })
  return account?.password ? verifyPassword({ hash: account.password, password }) : false
}
