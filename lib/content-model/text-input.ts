import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text/normalize'

/** Text for storage: normalized and trimmed. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength * 2)
    .transform((value) => normalizeText(value).trim())
    .pipe(z.string().max(maxLength))

/** As `text`, and not blank. */
export const filledText = (maxLength: number) => text(maxLength).pipe(z.string().min(1))

/** The most letters of each text and of a paragraph (`run`), and the most blocks: more than any printed story has. */
export const limits = {
  headline: 400,
  kicker: 120,
  standfirst: 1_000,
  dateline: 120,
  run: 20_000,
  blocks: 2_000,
}

// Stricter than the URL parsers: those of browsers and of Node differ in blanks and signs of a host, and delete line breaks.
const WEB_ADDRESS =
  /^https?:\/\/(?:[^\s/?#\\@]*@)?(?:[\p{L}\p{M}\p{N}._-]|\u200C|\u200D)+(?::\d{1,5})?(?:[/?#]\S*)?$/iu

/** An address on another site. */
export const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .regex(WEB_ADDRESS)
  .refine((address) => URL.canParse(address))
const siteAddress = z
  .string()
  // Browsers read a backslash as a slash and ignore tabs: “/\host” would leave the site.
  .regex(/^\/(?!\/)[^\s\\]*$/)
  .max(2_000)

/** The target of a link in a story: another site, or a path of this one. */
export const linkInput = z.union([webAddress, siteAddress])

// PostgreSQL's integer.
export const rowNumber = z.int().positive().max(2_147_483_647)

// Ten times the limits: a text that is too long is not lost.
export const draftFactor = 10

/** Text in progress: normalized, with spaces at its ends. */
export const unfinishedText = (maxLength: number) =>
  z
    .string()
    .max(maxLength * draftFactor)
    .transform(normalizeText)
