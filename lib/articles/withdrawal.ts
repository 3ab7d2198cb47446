import 'server-only'
import { z } from 'zod'
import type { TransactionClient } from '@/lib/db/client'

const until = z.iso.datetime().nullable()
const frontPlaces = z.object({
  pin: z.object({ position: z.int(), until }).nullable(),
  block: z.object({ categoryId: z.int(), until }).nullable(),
  breaking: z.object({ text: z.string(), until }).nullable(),
})
type FrontPlaces = z.infer<typeof frontPlaces>

const withdrawal = z.object({
  /** The reason that readers are given. */
  reason: z.string().nullable().catch(null),
  /** Whether readers are told which story it was. */
  showsHeadline: z.boolean().catch(false),
  /** The places on the front page that the story left. */
  front: frontPlaces.nullable().catch(null),
})

/** The column `Article.withdrawal`; stories that were withdrawn by an earlier version have none. */
export const readWithdrawal = (column: unknown): z.infer<typeof withdrawal> =>
  withdrawal.safeParse(column).data ?? { reason: null, showsHeadline: false, front: null }

const toIso = (time: Date | null) => time?.toISOString() ?? null

/** Takes the story off the front page and its breaking strip away, and stores the places for its return. */
export async function leaveFront(tx: TransactionClient, articleId: number): Promise<void> {
  const where = { articleId }
  const [pin, block, breaking] = [
    await tx.frontPin.findFirst({ where }),
    await tx.frontBlockPin.findFirst({ where }),
    await tx.breakingNews.findFirst({ where }),
  ]
  await tx.frontPin.deleteMany({ where })
  await tx.frontBlockPin.deleteMany({ where })
  await tx.breakingNews.deleteMany({ where })
  const front: FrontPlaces = {
    pin: pin && { position: pin.position, until: toIso(pin.until) },
    block: block && { categoryId: block.categoryId, until: toIso(block.until) },
    breaking: breaking && { text: breaking.text, until: toIso(breaking.until) },
  }
  await tx.$executeRaw`
    UPDATE "Article" SET "withdrawal" = COALESCE("withdrawal", '{}') || ${JSON.stringify({ front })}::jsonb
    WHERE "id" = ${articleId}`
}

/** Puts the story back into the places that it left, as far as they are free and not expired by `now`. */
export async function returnToFront(
  tx: TransactionClient,
  articleId: number,
  now: Date,
): Promise<void> {
  const row = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { withdrawal: true },
  })
  const { front } = readWithdrawal(row.withdrawal)
  const isOpen = <P extends { until: string | null }>(place: P | null | undefined): place is P =>
    Boolean(place) && (!place?.until || new Date(place.until) > now)
  const end = (place: { until: string | null }) => (place.until ? new Date(place.until) : null)
  if (isOpen(front?.pin))
    await tx.frontPin.createMany({
      data: [{ position: front.pin.position, articleId, until: end(front.pin) }],
      skipDuplicates: true,
    })
  if (isOpen(front?.block))
    await tx.frontBlockPin.createMany({
      data: [{ categoryId: front.block.categoryId, articleId, until: end(front.block) }],
      skipDuplicates: true,
    })
  if (isOpen(front?.breaking))
    await tx.breakingNews.createMany({
      data: [{ text: front.breaking.text, articleId, until: end(front.breaking) }],
      skipDuplicates: true,
    })
}
