import 'server-only'
import { cache } from 'react'
import { articlePath, isPublic } from '@/lib/articles/article'
import type { Body } from '@/lib/articles/body'
import { pictureSelect } from '@/lib/articles/rows'
import { findWithdrawalReason } from '@/lib/articles/withdrawal-queries'
import { tags } from '@/lib/cache-tags'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { hiddenUntil, tagDocument } from '@/lib/document/document'
import { readCode } from '@/lib/document/verify-address'
import {
  type CardFace,
  type CardLook,
  type CardStory,
  oneLine,
  type Photocard,
  type PhotocardSize,
  type PhotocardWords,
  quotesOf,
  whyNotCard,
} from './photocard'
import type { Verified } from './verified'

const publication = { status: true, publishAt: true, embargoUntil: true } as const

type CardRow = { code: string; size: string; words: unknown; madeAt: Date; madeByName: string }

// What `makeInput` let in, and a card is never edited.
const wordsOf = (row: { words: unknown }) => row.words as PhotocardWords
const sizeOf = (row: { size: string }) => row.size as PhotocardSize

const toCard = (row: CardRow): Photocard => ({
  ...{ code: row.code, words: wordsOf(row), size: sizeOf(row) },
  ...{ madeAt: row.madeAt, madeBy: row.madeByName },
})

/** The story as photocards are made of it; null when there is none of that number. */
export const findCardStory = cache(async (id: number, now: Date): Promise<CardStory | null> => {
  const row = await db().article.findUnique({
    where: { id },
    select: {
      ...publication,
      ...{ headline: true, body: true, leadImageId: true, trashedAt: true },
      photocards: {
        orderBy: [{ madeAt: 'desc' }, { code: 'asc' }],
        select: { code: true, size: true, words: true, madeAt: true, madeByName: true },
      },
    },
  })
  if (!row) return null
  return {
    id,
    headline: oneLine(row.headline),
    whyNot: whyNotCard(row),
    isPublic: isPublic(row, now),
    // What `bodyInput` let in; the column takes nothing else.
    quotes: quotesOf(row.body as Body),
    hasPicture: row.leadImageId !== null,
    cards: row.photocards.map(toCard),
  }
})

/** What a card of that story would be drawn of: its category, hour, picture; null where there is no story for cards. */
export async function findFace(
  articleId: number,
  { words, size, hasPicture }: CardLook,
  now: Date,
): Promise<CardFace | null> {
  const story = await db().article.findUnique({
    where: { id: articleId },
    select: {
      ...publication,
      ...{ publicAt: true, category: { select: { name: true } } },
      leadImage: { select: pictureSelect },
    },
  })
  if (!story) return null
  return {
    ...{ words, size, category: story.category.name, storyAt: story.publicAt ?? now },
    image: hasPicture ? story.leadImage : null,
    paper: await paperName(),
    code: null,
  }
}

const paperName = async () => (await db().paper.findFirst({ select: { name: true } }))?.name ?? ''

/** A card with all that it is drawn of, and whether readers have its story at `now`. */
export type DrawnCard = {
  face: CardFace
  articleId: number
  isPublic: boolean
  isWithdrawn: boolean
}

/** The card of that code, whatever became of its story; null when there is none. */
export async function findDrawnCard(code: string, now: Date): Promise<DrawnCard | null> {
  const row = await db().photocard.findUnique({
    where: { code },
    include: { image: { select: pictureSelect }, article: { select: publication } },
  })
  if (!row) return null
  const { articleId, category, storyAt, image } = row
  const face = { words: wordsOf(row), size: sizeOf(row), category, storyAt, image, code }
  return {
    articleId,
    isPublic: isPublic(row.article, now),
    isWithdrawn: row.article.status === 'withdrawn',
    face: { ...face, paper: await paperName() },
  }
}

const verifiedSelect = {
  ...{ code: true, articleId: true, size: true, words: true, madeAt: true, madeByName: true },
  ...{ headline: true, category: true },
  article: {
    select: {
      ...publication,
      ...{ id: true, headline: true, publicAt: true, withdrawnAt: true },
      category: { select: { slug: true, name: true } },
      corrections: { orderBy: { at: 'asc' }, select: { kind: true, note: true, at: true } },
    },
  },
} satisfies Prisma.PhotocardSelect

/**
 * The card of a typed code, as anybody may check it at `now`; null for a code that is none, that nobody has, or whose
 * story readers do not have yet. All three are looked for alike, so that no answer comes sooner than another.
 */
export const findVerified = cache(async (typed: string, now: Date): Promise<Verified | null> => {
  // No card has the empty code.
  const code = readCode(typed) ?? ''
  tagDocument(tags.photocard(code))
  const row = await db().photocard.findUnique({
    where: { code },
    select: verifiedSelect,
    relationLoadStrategy: 'join',
  })
  if (!row) return null
  tagDocument(tags.article(row.articleId))
  const story = await storyNow(row, now)
  return story && { ...toCard(row), story }
})

type VerifiedRow = Prisma.PhotocardGetPayload<{ select: typeof verifiedSelect }>

async function storyNow(
  { article, ...card }: VerifiedRow,
  now: Date,
): Promise<Verified['story'] | null> {
  const { id, status, publicAt, withdrawnAt, headline, category } = article
  if (status === 'withdrawn') {
    return { kind: 'withdrawn', at: withdrawnAt, reason: await findWithdrawalReason(id) }
  }
  if (!publicAt) return null
  if (publicAt > now) {
    hiddenUntil(publicAt)
    return null
  }
  return {
    ...{ kind: 'public', path: articlePath(article), headline, publicAt },
    hasNewHeadline: headline !== card.headline,
    movedTo: category.name === card.category ? null : category.name,
    corrections: article.corrections.filter(({ at }) => at > card.madeAt),
  }
}
