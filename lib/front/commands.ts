import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Refusal } from '@/lib/outcome'
import { pinsInput } from './input'

/** How many of these readers have or are to have whole. Until the command ends nobody withdraws one. */
async function countFit(session: DbSession, ids: number[]): Promise<number> {
  const rows = await session.$queryRaw<{ isFit: boolean }[]>`
    SELECT "publicAt" IS NOT NULL AND NOT "isHeadlineOnly" AS "isFit" FROM "Article"
    WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR SHARE`
  return rows.filter((row) => row.isFit).length
}

async function replacePins(
  session: DbSession,
  { pins, expectedIds }: z.output<typeof pinsInput>,
  now: Date,
): Promise<Done | Refusal> {
  if (pins.some(({ until }) => until && until <= now)) return 'hourPassed'
  // Stories before pins, as withdrawing does it: two commands must not wait for each other.
  const ids = pins.map((pin) => pin.id)
  if ((await countFit(session, ids)) < ids.length) return 'pinNotPublic'
  await session.$executeRaw`LOCK TABLE "FrontPin" IN SHARE ROW EXCLUSIVE MODE`
  const held = await session.frontPin.findMany({
    where: { OR: [{ until: null }, { until: { gt: now } }] },
    orderBy: { position: 'asc' },
  })
  const heldIds = held.map((pin) => pin.articleId)
  if (expectedIds && heldIds.join() !== expectedIds.join()) return 'outdated'
  await session.frontPin.deleteMany()
  await session.frontPin.createMany({
    data: pins.map(({ id, until }, position) => ({
      position,
      articleId: id,
      until: until ?? null,
    })),
  })
  return { change: { kind: 'front' } }
}

/**
 * Holds stories to the first places of the front page, in place of those held before; what is left over the page sets
 * itself. A story that waits for its hour may be pinned: it takes its place when readers have it.
 */
export function setFrontPins(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof pinsInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'setFrontPins',
    deed: 'front',
    schema: pinsInput,
    input,
    run: (session, pins) => replacePins(session, pins, now),
  })
}
