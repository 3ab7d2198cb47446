/** A run of text with optional marks, as in a story's body. */
export type SeedInline = { text: string; bold?: true; italic?: true; href?: string }
export type SeedText = string | SeedInline[]

/** A body block of the sample paper; a bare string is a paragraph. */
export type SeedBlock =
  | SeedText
  | { subheading: string }
  | { quote: string; speaker?: string }
  | { list: SeedText[]; ordered?: true }
  | { image: PictureKey; caption?: string }
  | { embed: string; title: string }
  | { table: { caption: string; head: string[]; rows: string[][] } }

export type StorySeed = {
  /** Latin kebab-case, unique in the paper; keeps seeding idempotent. */
  key: string
  category: CategorySlug
  kicker?: string
  headline: string
  standfirst?: string
  /** Place, as printed: "কুড়িগ্রাম". */
  dateline?: string
  bylines: ContributorSlug[]
  source?: SourceSlug
  topics: TopicSlug[]
  image?: PictureKey
  /** Age when the sample paper is loaded; the paper is always fresh. */
  hoursAgo: number
  /** A noted change readers can see, with its note. */
  correction?: { hoursAgo: number; kind: 'update' | 'correction'; note: string }
  /** Left out: published. */
  status?: 'withdrawn' | 'draft'
  body: SeedBlock[]
}

import type { CategorySlug, ContributorSlug, SourceSlug, TopicSlug } from './paper'
import type { PictureKey } from './pictures'
