import 'server-only'
import type { TransactionClient } from '@/lib/db/client'

/** Redirects `from` to `to`, and older redirects to `from` as well: no redirect leads to another. */
export async function addRedirect(tx: TransactionClient, from: string, to: string): Promise<void> {
  await tx.redirect.deleteMany({ where: { fromPath: to } })
  await tx.redirect.updateMany({ where: { toPath: from }, data: { toPath: to } })
  await tx.redirect.upsert({
    where: { fromPath: from },
    create: { fromPath: from, toPath: to },
    update: { toPath: to },
  })
}
