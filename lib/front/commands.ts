import 'server-only'
import { type Actor, userIdOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import { trailTo } from '@/lib/content-model/category'
import type { TransactionClient } from '@/lib/db/client'
import type { CommandResult, Refusal } from '@/lib/outcome'
import type { FrontChoice } from './front'
import { frontInput, pinsInput } from './input'

export type FrontResult = CommandResult & { edition: number }

type PinnedStoryRow = { id: number; isFit: boolean; categoryId: number }

const allPins = ({ pins, blocks, breaking }: FrontChoice) =>
  [...pins, ...blocks, breaking].filter((pin) => pin !== null)

/** The refusal of pins that may not be on the page; null when they may. Locks the stories against withdrawal. */
async function checkPins(tx: TransactionClient, choice: FrontChoice): Promise<Refusal | null> {
  const ids = [...new Set(allPins(choice).flatMap((pin) => pin.id ?? []))]
  const rows = await tx.$queryRaw<PinnedStoryRow[]>`
    SELECT "id", "publicAt" IS NOT NULL AND NOT "isHeadlineOnly" AS "isFit", "categoryId" FROM "Article"
    WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR SHARE`
  if (rows.filter((row) => row.isFit).length < ids.length) return 'pinNotPublic'
  const all = await tx.category.findMany()
  const belongs = ({ category: slug, id }: FrontChoice['blocks'][number]) => {
    const categoryId = rows.find((row) => row.id === id)?.categoryId
    const own = all.find((category) => category.id === categoryId)
    const [top] = own ? trailTo(all, own) : []
    return top?.slug === slug
  }
  return choice.blocks.every(belongs) ? null : 'pinOtherCategory'
}

/** Locks the front page until the transaction ends. @returns the number of its edition */
async function lockFront(tx: TransactionClient): Promise<number> {
  await tx.$executeRaw`LOCK TABLE "FrontPin" IN SHARE ROW EXCLUSIVE MODE`
  const last = await tx.frontEdition.aggregate({ _max: { id: true } })
  return last._max.id ?? 0
}

/** Stores the choice as the new edition. */
async function saveChoice(
  tx: TransactionClient,
  { pins, blocks, breaking }: FrontChoice,
  actor: Actor,
  now: Date,
): Promise<FrontResult> {
  await tx.frontPin.deleteMany()
  await tx.frontPin.createMany({
    data: pins.map(({ place, id, until }) => ({ position: place, articleId: id, until })),
  })
  await tx.frontBlockPin.deleteMany()
  const categories = await tx.category.findMany({
    where: { slug: { in: blocks.map((pin) => pin.category) } },
    select: { id: true, slug: true },
  })
  const idBySlug = new Map(categories.map(({ id, slug }) => [slug, id]))
  await tx.frontBlockPin.createMany({
    data: blocks.flatMap(({ category, id, until }) => {
      const categoryId = idBySlug.get(category)
      return categoryId === undefined ? [] : [{ categoryId, articleId: id, until }]
    }),
  })
  await tx.breakingNews.deleteMany()
  if (breaking) {
    const { text, id, until } = breaking
    await tx.breakingNews.create({ data: { text, articleId: id, until } })
  }
  const edition = await tx.frontEdition.create({
    data: {
      content: { pins, blocks, breaking },
      actorId: userIdOf(actor),
      actorName: actor.name,
      at: now,
    },
    select: { id: true },
  })
  return { change: { kind: 'front' }, edition: edition.id }
}

const hasExpiredPin = (choice: FrontChoice, now: Date) =>
  allPins(choice).some(({ until }) => until && until <= now)

/**
 * Publishes the front page: places, first stories of blocks and the breaking strip in one change. A pinned scheduled story
 * takes its place when it is published. Refused as outdated when the editor worked on an older edition.
 */
export const publishFront = defineCommand({
  name: 'publishFront',
  permission: 'front',
  input: frontInput,
  run: async ({ tx, actor, now }, { choice, expectedEdition }) => {
    if (hasExpiredPin(choice, now)) return 'hourPassed'
    // Locks stories before the page, in the order of the command `withdraw`: no deadlock.
    const refusal = await checkPins(tx, choice)
    if (refusal) return refusal
    const edition = await lockFront(tx)
    if (expectedEdition !== null && expectedEdition !== edition) return 'outdated'
    return saveChoice(tx, choice, actor, now)
  },
})

/** The parts of the choice beside the first places. */
async function readOtherParts(tx: TransactionClient, now: Date): Promise<FrontChoice> {
  const where = { OR: [{ until: null }, { until: { gt: now } }] }
  const blocks = await tx.frontBlockPin.findMany({ where, include: { category: true } })
  const breaking = await tx.breakingNews.findFirst({ where })
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

/** Pins stories to the first places of the front page, replacing the pins before. */
export const setFrontPins = defineCommand({
  name: 'setFrontPins',
  permission: 'front',
  input: pinsInput,
  run: async ({ tx, actor, now }, { pins, expectedIds }) => {
    const wanted = pins.map((pin, place) => ({ ...pin, place }))
    const choice = { pins: wanted, blocks: [], breaking: null }
    if (hasExpiredPin(choice, now)) return 'hourPassed'
    const refusal = await checkPins(tx, choice)
    if (refusal) return refusal
    await lockFront(tx)
    const currentPins = await tx.frontPin.findMany({
      where: { OR: [{ until: null }, { until: { gt: now } }] },
      orderBy: { position: 'asc' },
    })
    const currentIds = currentPins.map((pin) => pin.articleId)
    if (expectedIds && currentIds.join() !== expectedIds.join()) return 'outdated'
    const otherParts = await readOtherParts(tx, now)
    const ids = new Set(wanted.map((pin) => pin.id))
    const blocks = otherParts.blocks.filter((pin) => !ids.has(pin.id))
    return saveChoice(tx, { ...otherParts, blocks, pins: wanted }, actor, now)
  },
})
