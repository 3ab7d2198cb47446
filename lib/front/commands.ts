import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import { trailTo } from '@/lib/categories/category'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import type { FrontChoice } from './front'
import { frontInput, pinsInput } from './input'

export type FrontDone = Done & { edition: number }

type Fit = { id: number; isFit: boolean; categoryId: number }

const heldOf = ({ pins, blocks, breaking }: FrontChoice) =>
  [...pins, ...blocks, breaking].filter((pin) => pin !== null)

/** Why these may not stand on the page; null when they may. Until the command ends nobody withdraws one. */
async function whyNotFit(session: DbSession, choice: FrontChoice): Promise<Refusal | null> {
  const ids = [...new Set(heldOf(choice).flatMap((pin) => pin.id ?? []))]
  const rows = await session.$queryRaw<Fit[]>`
    SELECT "id", "publicAt" IS NOT NULL AND NOT "isHeadlineOnly" AS "isFit", "categoryId" FROM "Article"
    WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR SHARE`
  if (rows.filter((row) => row.isFit).length < ids.length) return 'pinNotPublic'
  const all = await session.category.findMany()
  const belongs = ({ category: slug, id }: FrontChoice['blocks'][number]) => {
    const categoryId = rows.find((row) => row.id === id)?.categoryId
    const own = all.find((category) => category.id === categoryId)
    const [top] = own ? trailTo(all, own) : []
    return top?.slug === slug
  }
  return choice.blocks.every(belongs) ? null : 'pinOtherCategory'
}

/** Holds the front page, so that nobody else changes it before the transaction ends. Answers its edition's number. */
async function lockFront(session: DbSession): Promise<number> {
  await session.$executeRaw`LOCK TABLE "FrontPin" IN SHARE ROW EXCLUSIVE MODE`
  const last = await session.frontEdition.aggregate({ _max: { id: true } })
  return last._max.id ?? 0
}

/** The choice takes the place of what was decided before, and of the front's history it is the newest edition. */
async function writeChoice(
  session: DbSession,
  { pins, blocks, breaking }: FrontChoice,
  by: Actor,
  now: Date,
): Promise<FrontDone> {
  await session.frontPin.deleteMany()
  await session.frontPin.createMany({
    data: pins.map(({ place, id, until }) => ({ position: place, articleId: id, until })),
  })
  await session.frontBlockPin.deleteMany()
  const categories = await session.category.findMany({
    where: { slug: { in: blocks.map((pin) => pin.category) } },
    select: { id: true, slug: true },
  })
  const numberOf = new Map(categories.map(({ id, slug }) => [slug, id]))
  await session.frontBlockPin.createMany({
    data: blocks.flatMap(({ category, id, until }) => {
      const categoryId = numberOf.get(category)
      return categoryId === undefined ? [] : [{ categoryId, articleId: id, until }]
    }),
  })
  await session.breakingNews.deleteMany()
  if (breaking) {
    const { text, id, until } = breaking
    await session.breakingNews.create({ data: { text, articleId: id, until } })
  }
  const edition = await session.frontEdition.create({
    data: {
      content: { pins, blocks, breaking },
      actorId: by.role === 'system' ? null : by.id,
      actorName: by.name,
      at: now,
    },
    select: { id: true },
  })
  return { change: { kind: 'front' }, edition: edition.id }
}

const isOver = (choice: FrontChoice, now: Date) =>
  heldOf(choice).some(({ until }) => until && until <= now)

/**
 * What readers find on the front page from now on: places, heads of blocks and the strip, as one change. A story that
 * waits for its hour may be held: it takes its place when readers have it. Refused to an editor who looked at another
 * edition than is there.
 */
export function publishFront(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof frontInput>,
  now: Date,
): Promise<Outcome<FrontDone>> {
  return perform(db, actor, {
    act: 'publishFront',
    deed: 'front',
    schema: frontInput,
    input,
    run: async (session, { choice, expectedEdition }, by) => {
      if (isOver(choice, now)) return 'hourPassed'
      // Stories before the page, as withdrawing does it: two commands must not wait for each other.
      const refusal = await whyNotFit(session, choice)
      if (refusal) return refusal
      const edition = await lockFront(session)
      if (expectedEdition !== null && expectedEdition !== edition) return 'outdated'
      return writeChoice(session, choice, by, now)
    },
  })
}

/** What beside the first places is decided stays as it is. */
async function besidePins(session: DbSession, now: Date): Promise<FrontChoice> {
  const where = { OR: [{ until: null }, { until: { gt: now } }] }
  const blocks = await session.frontBlockPin.findMany({ where, include: { category: true } })
  const breaking = await session.breakingNews.findFirst({ where })
  return {
    pins: [],
    blocks: blocks.map(({ category, articleId, until }) => ({
      category: category.slug,
      id: articleId,
      until,
    })),
    breaking: breaking && { text: breaking.text, id: breaking.articleId, until: breaking.until },
  }
}

/**
 * Holds stories to the first places of the front page, in place of those held before; what is left over the page sets
 * itself.
 */
export function setFrontPins(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof pinsInput>,
  now: Date,
): Promise<Outcome<FrontDone>> {
  return perform(db, actor, {
    act: 'setFrontPins',
    deed: 'front',
    schema: pinsInput,
    input,
    run: async (session, { pins, expectedIds }, by) => {
      const wanted = pins.map((pin, place) => ({ ...pin, place }))
      const choice = { pins: wanted, blocks: [], breaking: null }
      if (isOver(choice, now)) return 'hourPassed'
      const refusal = await whyNotFit(session, choice)
      if (refusal) return refusal
      await lockFront(session)
      const held = await session.frontPin.findMany({
        where: { OR: [{ until: null }, { until: { gt: now } }] },
        orderBy: { position: 'asc' },
      })
      const heldIds = held.map((pin) => pin.articleId)
      if (expectedIds && heldIds.join() !== expectedIds.join()) return 'outdated'
      const beside = await besidePins(session, now)
      const ids = new Set(wanted.map((pin) => pin.id))
      const blocks = beside.blocks.filter((pin) => !ids.has(pin.id))
      return writeChoice(session, { ...beside, blocks, pins: wanted }, by, now)
    },
  })
}
