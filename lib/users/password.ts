import 'server-only'
import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { QueryClient, TransactionClient } from '@/lib/db/client'

/** The authentication library's name of an account with a password. */
const credentialProviderId = 'credential'

/** Sets the password of a user, with or without an earlier one. */
export async function setPassword(tx: TransactionClient, userId: string, password: string) {
  const hash = await hashPassword(password)
  const providerKey = { providerId: credentialProviderId, accountId: userId }
  await tx.account.upsert({
    where: { providerId_accountId: providerKey },
    create: { id: randomUUID(), userId, ...providerKey, password: hash },
    update: { password: hash },
  })
}

/** Whether it is theirs. */
export async function isCorrectPassword(
  db: QueryClient,
  userId: string,
  password: string,
): Promise<boolean> {
  const where = { providerId_accountId: { providerId: credentialProviderId, accountId: userId } }
  const account = await db.account.findUnique({ where, select: { password: true } })
  return account?.password ? verifyPassword({ hash: account.password, password }) : false
}
