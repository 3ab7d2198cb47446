import { compareBengali } from '@/lib/bengali/collation'
import type { Article, FullStory, Picture, StorySummary } from '@/lib/content-model/article'
import type { Body } from '@/lib/content-model/body'
import { inStory, type PictureWords } from '@/lib/content-model/picture-words'
import type { Prisma } from '@/lib/db/generated/client'

export const pictureSelect = {
  id: true,
  hash: true,
  width: true,
  height: true,
  alt: true,
  caption: true,
  credit: true,
  focalX: true,
  focalY: true,
} satisfies Prisma.ImageSelect

export const summarySelect = {
  id: true,
  headline: true,
  kicker: true,
  standfirst: true,
  publicAt: true,
  category: { select: { slug: true, name: true } },
  leadImage: { select: pictureSelect },
  leadWords: true,
} satisfies Prisma.ArticleSelect

export const fullStorySelect = {
  ...summarySelect,
  dateline: true,
  body: true,
  isHeadlineOnly: true,
  notedChangeAt: true,
  source: { select: { slug: true, name: true, url: true } },
  bylines: {
    orderBy: { position: 'asc' },
    select: { contributor: { select: { slug: true, name: true, kind: true } } },
  },
  topics: {
    select: { topic: { select: { slug: true, name: true } } },
  },
  corrections: { orderBy: { at: 'asc' }, select: { kind: true, note: true, at: true } },
} satisfies Prisma.ArticleSelect

export const articleSelect = {
  ...fullStorySelect,
  status: true,
  withdrawal: true,
  wordCount: true,
  related: { orderBy: { position: 'asc' }, select: { related: { select: summarySelect } } },
} satisfies Prisma.ArticleSelect

type SummaryRow = Prisma.ArticleGetPayload<{ select: typeof summarySelect }>
export type FullStoryRow = Prisma.ArticleGetPayload<{ select: typeof fullStorySelect }>
export type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof articleSelect }>

/** The lead picture with the story's own words of it. */
export const leadPictureOf = (row: {
  leadImage: Picture | null
  leadWords: unknown
}): Picture | null =>
  // What `editFieldsInput` let in; the column takes nothing else.
  row.leadImage && inStory(row.leadImage, row.leadWords as PictureWords)

/** @throws Error for a row that is not public: the caller's `where` should have left it out. */
export function toSummary(row: SummaryRow): StorySummary {
  const { leadImage, leadWords, publicAt, ...story } = row
  if (!publicAt) throw new Error(`story ${row.id} is not public`)
  return { ...story, publicAt, image: leadPictureOf({ leadImage, leadWords }) }
}

/** `pictures` are those of the body. */
export function toFullStory(row: FullStoryRow, pictures: Picture[]): FullStory {
  return {
    ...toSummary(row),
    dateline: row.dateline,
    // What `bodyInput` let in; the column takes nothing else.
    body: row.body as Body,
    isHeadlineOnly: row.isHeadlineOnly,
    notedChangeAt: row.notedChangeAt,
    source: row.source && { name: row.source.name, url: row.source.url },
    bylines: row.bylines.map((byline) => byline.contributor),
    topics: row.topics.map((link) => link.topic).sort((a, b) => compareBengali(a.name, b.name)),
    corrections: row.corrections,
    pictures: Object.fromEntries(pictures.map((picture) => [picture.id, picture])),
  }
}

/** `now` leaves out related stories that are not public yet. */
export function toArticle(row: ArticleRow, pictures: Picture[], now: Date): Article {
  return {
    ...toFullStory(row, pictures),
    wordCount: row.wordCount,
    related: row.related
      .map((link) => link.related)
      .filter((story) => story.publicAt !== null && story.publicAt <= now)
      .map(toSummary),
  }
}
