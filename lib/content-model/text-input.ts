import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text/normalize'

/** Text as it may be stored: through text normalization, trimmed. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength * 2)
    .transform((value) => normalizeText(value).trim())
    .pipe(z.string().max(maxLength))

/** As `text`, and not blank. */
export const filledText = (maxLength: number) => text(maxLength).pipe(z.string().min(1))

// Longest figures seen in print, with room; they bound what a hostile form can make us store.
/** Letters of each text of a story, letters of a paragraph, paragraphs and other blocks. */
export const limits = {
  headline: 400,
  kicker: 120,
  standfirst: 1_000,
  dateline: 120,
  run: 20_000,
  blocks: 2_000,
}

/** An address on another site. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2_000)
const siteAddress = z
  .string()
  // Browsers read a backslash as a slash and pass over a tab: “/\host” would leave the site.
  .regex(/^\/(?!\/)[^\s\\]*$/)
  .max(2_000)

/** Where a link in a story may lead: to another site, or to a path of this one. */
export const linkInput = z.union([webAddress, siteAddress])

// PostgreSQL's integer.
export const rowNumber = z.int().positive().max(2_147_483_647)

// Ten times what is printed: whoever pasted too much must not lose it.
export const draftFactor = 10

/** Text as it is while it is written: through the gate, blanks at its ends and all. */
export const unfinishedText = (maxLength: number) =>
  z
    .string()
    .max(maxLength * draftFactor)
    .transform(normalizeText)
