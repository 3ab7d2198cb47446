import { z } from 'zod'
import { definitionOf } from '@/lib/content-model/blocks/registry'
import type { Body } from '@/lib/content-model/body'
import { categorySlug, referencesInput, unfinishedBody } from '@/lib/content-model/input'
import {
  filledWords,
  type PictureWords,
  pictureWordsInput,
} from '@/lib/content-model/picture-words'
import { limits, unfinishedText } from '@/lib/content-model/text-input'

/**
 * The content of a story while it is written: the headline may be missing, and blocks may be blank. A missing text is
 * ''. `normalizeContent` gives the finished content.
 */
export type StoryContent = {
  headline: string
  kicker: string
  standfirst: string
  dateline: string
  body: Body
  /** Slug. Of a story that readers have had it stays as it is: that is moved, not edited. */
  category: string
  /** In printed order. */
  contributorIds: number[]
  topicIds: number[]
  sourceId: number | null
  leadImageId: number | null
  /** The story's own words of its lead picture. */
  leadWords: PictureWords
}

/** Everything passes text normalization; of blocks there are none but those of the article page. */
export const contentInput: z.ZodType<StoryContent> = z
  .object({
    headline: unfinishedText(limits.headline),
    kicker: unfinishedText(limits.kicker),
    standfirst: unfinishedText(limits.standfirst),
    dateline: unfinishedText(limits.dateline),
    body: unfinishedBody,
    category: categorySlug,
    ...referencesInput.shape,
    leadWords: z.object(pictureWordsInput(unfinishedText)).strict().default({}),
  })
  .strict()

/** The content as a story stores it: trimmed and without blank parts. It may still lack a headline. */
export function normalizeContent(content: StoryContent): StoryContent {
  return {
    ...content,
    headline: content.headline.trim(),
    kicker: content.kicker.trim(),
    standfirst: content.standfirst.trim(),
    dateline: content.dateline.trim(),
    leadWords: content.leadImageId === null ? {} : filledWords(content.leadWords),
    body: content.body
      .map((block) => definitionOf(block).normalized(block))
      .filter((block) => block !== null),
  }
}

/** Whether two values are equal, regardless of the order of their fields. */
export const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one) === canonicalJson(other)

/** The value as JSON with the fields of every object in one order: equal values give equal strings. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortKeys(value))

/** Whether two contents are exactly equal. */
export const isSameContent = (one: StoryContent, other: StoryContent): boolean => isSame(one, other)

/** Sorts the fields of every object, because the database stores them in its own order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, field]) => [name, sortKeys(field)]))
}

/** Reads a stored content, which `contentInput` validated. Contents of earlier versions lack `leadWords`. */
export const storedContent = (column: unknown): StoryContent => ({
  leadWords: {},
  ...(column as Omit<StoryContent, 'leadWords'>),
})

/** An empty story. */
export const blankContent = (category: string): StoryContent => ({
  headline: '',
  kicker: '',
  standfirst: '',
  dateline: '',
  body: [],
  category,
  contributorIds: [],
  topicIds: [],
  sourceId: null,
  leadImageId: null,
  leadWords: {},
})
