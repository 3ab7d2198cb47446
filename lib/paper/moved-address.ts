import 'server-only'
import type { DbSession } from '@/lib/db/client'

/** What stood at `from` now stands at `to`, and so does what had moved to `from` before: no redirect leads to another. */
export async function moveAddress(session: DbSession, from: string, to: string): Promise<void> {
  await session.redirect.deleteMany({ where: { fromPath: to } })
  await session.redirect.updateMany({ where: { toPath: from }, data: { toPath: to } })
  await session.redirect.upsert({
    where: { fromPath: from },
    create: { fromPath: from, toPath: to },
    update: { toPath: to },
  })
}
