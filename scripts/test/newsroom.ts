import type { Actor, Role } from '@/lib/auth/roles'
import { db } from '@/lib/db/client'

/** People who act in tests, and what presses were told after they had. */

export const roles: Role[] = ['reporter', 'subEditor', 'editor', 'admin', 'system']
export const actor = (role: Role): Actor => ({ id: `test-${role}`, name: 'পরীক্ষক', role })
/** The accounts of those who act; the installation itself has none. */
export const people = roles
  .filter((role) => role !== 'system')
  .map((role) => ({ ...actor(role), email: `${role.toLowerCase()}@example.com` }))
export const reporter = actor('reporter')
export const subEditor = actor('subEditor')
export const editor = actor('editor')
export const admin = actor('admin')

/** The tags that were made stale since the paper was made anew, in the order of the alphabet. */
export async function expiredTags(): Promise<string[]> {
  const rows = await db().tagTime.findMany()
  return rows.map((row) => row.tag).toSorted()
}

/** Runs `run` while the database refuses every expiry: what came before it in the transaction must be undone. */
export async function whileNothingExpires(run: () => Promise<unknown>): Promise<void> {
  await db()
    .$executeRaw`ALTER TABLE "TagTime" ADD CONSTRAINT "test_refuses" CHECK (false) NOT VALID`
  try {
    await run()
  } finally {
    await db().$executeRaw`ALTER TABLE "TagTime" DROP CONSTRAINT "test_refuses"`
  }
}
