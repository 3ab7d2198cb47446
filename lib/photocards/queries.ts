import 'server-only'
import { cache } from 'react'
import { leadPictureOf, pictureSelect } from '@/lib/articles/rows'
import { findWithdrawalReason } from '@/lib/articles/withdrawal-queries'
import { articlePath, isPublic } from '@/lib/content-model/article'
import type { Body } from '@/lib/content-model/body'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { hiddenUntil, tagPage } from '@/lib/render-context/response'
import { parseCode } from '@/lib/urls/verify-address'
import {
  checkPhotocard,
  collapseWhitespace,
  type Photocard,
  type PhotocardContent,
  type PhotocardRequest,
  type PhotocardSize,
  type PhotocardStory,
  type PhotocardWords,
  quotesOf,
  type VerifiedPhotocard,
} from './photocard'

const publication = { status: true, publishAt: true, embargoUntil: true } as const

type CardRow = { code: string; size: string; words: unknown; madeAt: Date; madeByName: string }

// Validated by `makePhotocardInput`; a card is never edited.
const wordsOf = (row: { words: unknown }) => row.words as PhotocardWords
const sizeOf = (row: { size: string }) => row.size as PhotocardSize

const toPhotocard = (row: CardRow): Photocard => ({
  code: row.code,
  words: wordsOf(row),
  size: sizeOf(row),
  madeAt: row.madeAt,
  madeBy: row.madeByName,
})

/** A story with its photocards; null when there is none with that id. */
export const findPhotocardStory = cache(
  async (id: number, now: Date): Promise<PhotocardStory | null> => {
    const row = await db().article.findUnique({
      where: { id },
      select: {
        ...publication,
        headline: true,
        body: true,
        leadImageId: true,
        trashedAt: true,
        photocards: {
          orderBy: [{ madeAt: 'desc' }, { code: 'asc' }],
          select: { code: true, size: true, words: true, madeAt: true, madeByName: true },
        },
      },
    })
    if (!row) return null
    return {
      id,
      headline: collapseWhitespace(row.headline),
      refusal: checkPhotocard(row),
      isPublic: isPublic(row, now),
      // Validated by `bodyInput`.
      quotes: quotesOf(row.body as Body),
      hasPicture: row.leadImageId !== null,
      cards: row.photocards.map(toPhotocard),
    }
  },
)

/** The content of a card's preview; null when there is no such story. */
export async function findPhotocardContent(
  articleId: number,
  { words, size, hasPicture }: PhotocardRequest,
  now: Date,
): Promise<PhotocardContent | null> {
  const story = await db().article.findUnique({
    where: { id: articleId },
    select: {
      ...publication,
      publicAt: true,
      category: { select: { name: true } },
      leadImage: { select: pictureSelect },
      leadWords: true,
    },
  })
  if (!story) return null
  return {
    words,
    size,
    category: story.category.name,
    storyAt: story.publicAt ?? now,
    image: hasPicture ? leadPictureOf(story) : null,
    paper: await paperName(),
    code: null,
  }
}

const paperName = async () => (await db().paper.findFirst({ select: { name: true } }))?.name ?? ''

/** A card with its content and the state of its story at `now`. */
export type PhotocardRecord = {
  content: PhotocardContent
  articleId: number
  isPublic: boolean
  isWithdrawn: boolean
}

/** The card with that code, also of a withdrawn story; null when there is none. */
export async function findPhotocardRecord(
  code: string,
  now: Date,
): Promise<PhotocardRecord | null> {
  const row = await db().photocard.findUnique({
    where: { code },
    include: { image: { select: pictureSelect }, article: { select: publication } },
  })
  if (!row) return null
  const { articleId, category, storyAt, image } = row
  const content = { words: wordsOf(row), size: sizeOf(row), category, storyAt, image, code }
  return {
    articleId,
    isPublic: isPublic(row.article, now),
    isWithdrawn: row.article.status === 'withdrawn',
    content: { ...content, paper: await paperName() },
  }
}

const verifiedSelect = {
  code: true,
  articleId: true,
  size: true,
  words: true,
  madeAt: true,
  madeByName: true,
  headline: true,
  category: true,
  article: {
    select: {
      ...publication,
      id: true,
      headline: true,
      publicAt: true,
      withdrawnAt: true,
      category: { select: { slug: true, name: true } },
      corrections: { orderBy: { at: 'asc' }, select: { kind: true, note: true, at: true } },
    },
  },
} satisfies Prisma.PhotocardSelect

/**
 * The card of a typed code as readers verify it at `now`; null for an invalid or unknown code and for a story that is not
 * public yet. All three take the same statements, so that the response time tells them apart as little as the response.
 */
export const findVerified = cache(
  async (typed: string, now: Date): Promise<VerifiedPhotocard | null> => {
    const code = parseCode(typed) ?? ''
    tagPage(tags.photocard(code))
    const row = await db().photocard.findUnique({
      where: { code },
      select: verifiedSelect,
      relationLoadStrategy: 'join',
    })
    if (!row) return null
    tagPage(tags.article(row.articleId))
    const story = await currentStory(row, now)
    return story && { ...toPhotocard(row), story }
  },
)

type VerifiedRow = Prisma.PhotocardGetPayload<{ select: typeof verifiedSelect }>

async function currentStory(
  { article, ...card }: VerifiedRow,
  now: Date,
): Promise<VerifiedPhotocard['story'] | null> {
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
    kind: 'public',
    path: articlePath(article),
    headline,
    publicAt,
    hasNewHeadline: headline !== card.headline,
    movedTo: category.name === card.category ? null : category.name,
    corrections: article.corrections.filter(({ at }) => at > card.madeAt),
  }
}
