import type { Body } from './body'

export type ArticleStatus = 'draft' | 'inReview' | 'scheduled' | 'published' | 'withdrawn'

/** The properties that decide whether a story is public. */
export type Publication = {
  status: ArticleStatus
  publishAt: Date | null
  embargoUntil: Date | null
}

/**
 * From when readers may see the story, or null while its status forbids it: both our plan (`publishAt`) and the
 * source's limit (`embargoUntil`) must have passed. The database says the same in the generated column `publicAt`;
 * a test runs both over the same rows.
 */
export function publicAt(article: Publication): Date | null {
  if (article.status !== 'scheduled' && article.status !== 'published') return null
  const limits = [article.publishAt, article.embargoUntil].filter((limit) => limit !== null)
  return limits.length === 0 ? null : new Date(Math.max(...limits.map(Number)))
}

/** Whether readers may see the story at `now`. Time decides, not a job having run. */
export function isPublic(article: Publication, now: Date): boolean {
  const from = publicAt(article)
  return from !== null && from <= now
}

export type Picture = {
  id: number
  hash: string
  width: number
  height: number
  alt: string
  caption: string | null
  credit: string | null
  focalX: number
  focalY: number
}

/** A story in a list. */
export type StorySummary = {
  id: number
  headline: string
  kicker: string | null
  standfirst: string | null
  category: { slug: string; name: string }
  publicAt: Date
  image: Picture | null
}

export type Contributor = { slug: string; name: string; kind: 'person' | 'desk' }
export type Topic = { slug: string; name: string }
export type Source = { name: string; url: string | null }
export type Correction = { kind: 'update' | 'correction'; note: string; at: Date }

/** A story with its whole content. */
export type FullStory = StorySummary & {
  dateline: string | null
  body: Body
  isHeadlineOnly: boolean
  notedChangeAt: Date | null
  bylines: Contributor[]
  topics: Topic[]
  source: Source | null
  corrections: Correction[]
  /** Pictures inside the body, by id. */
  pictures: Record<number, Picture>
}

/** A story on its own page. */
export type Article = FullStory & {
  wordCount: number
  /** Stories chosen by hand to be read next. */
  related: StorySummary[]
}

/** The time of the last noted change; null when there is none after the publication. */
export const changedAt = ({
  publicAt,
  notedChangeAt,
}: Pick<Article, 'publicAt' | 'notedChangeAt'>): Date | null =>
  notedChangeAt && notedChangeAt > publicAt ? notedChangeAt : null

export const articlePath = (story: { id: number; category: { slug: string } }) =>
  `/${story.category.slug}/${story.id}`
export const topicPath = (topic: { slug: string }) => `/topic/${topic.slug}`
export const authorPath = (contributor: { slug: string }) => `/author/${contributor.slug}`

// The largest integer of PostgreSQL.
const maxId = 2_147_483_647

/** Parses a positive integer in a path; null for anything else: signs, leading zeros, Bengali digits, numbers over `maxId`. */
export function readNumber(part: string): number | null {
  if (!/^[1-9]\d{0,9}$/.test(part)) return null
  const number = Number(part)
  return number <= maxId ? number : null
}
