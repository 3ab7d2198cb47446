import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text'
import type { Body } from './body'

/** Text as it may be stored: through the text gate, trimmed. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength * 2)
    .transform((value) => normalizeText(value).trim())
    .pipe(z.string().max(maxLength))

/** As `text`, and not blank. */
export const filledText = (maxLength: number) => text(maxLength).pipe(z.string().min(1))

// Longest figures seen in print, with room; they bound what a hostile form can make us store.
const longestRun = 20_000
const mostRuns = 500
const mostBlocks = 2_000

const webAddress = z.url({ protocol: /^https?$/ }).max(2_000)

const inline = z
  .object({
    // A run may begin or end with the blank between two marks: the gate, without the trim.
    text: z.string().max(longestRun).transform(normalizeText).pipe(z.string().min(1)),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    href: z
      .union([
        webAddress,
        z
          .string()
          // Browsers read a backslash as a slash and pass over a tab: “/\host” would leave the site.
          .regex(/^\/(?!\/)[^\s\\]*$/)
          .max(2_000),
      ])
      .optional(),
  })
  .strict()
const runs = z.array(inline).min(1).max(mostRuns)
const cell = z.array(inline).max(mostRuns)

/** One body block, and nothing else than these. */
export const blockInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), content: runs }).strict(),
  z.object({ kind: z.literal('subheading'), text: filledText(300) }).strict(),
  z
    .object({ kind: z.literal('quote'), content: runs, speaker: filledText(200).optional() })
    .strict(),
  z
    .object({
      kind: z.literal('list'),
      ordered: z.boolean(),
      items: z.array(runs).min(1).max(500),
    })
    .strict(),
  z
    .object({
      kind: z.literal('image'),
      imageId: z.int().positive(),
      caption: filledText(1_000).optional(),
    })
    .strict(),
  z.object({ kind: z.literal('embed'), url: webAddress, title: filledText(300) }).strict(),
  z
    .object({
      kind: z.literal('table'),
      caption: filledText(300).optional(),
      head: z.array(cell).min(1).max(20),
      rows: z.array(z.array(cell).min(1).max(20)).min(1).max(500),
    })
    .strict()
    .refine((table) => table.rows.every((row) => row.length === table.head.length), {
      message: 'tableRowsUneven',
    }),
])

/** A whole body; used on writing and, against a damaged row, on reading. */
export const bodyInput: z.ZodType<Body> = z.array(blockInput).max(mostBlocks)

/** What a new story is made of, before ids are looked up. */
export const storyInput = z.object({
  headline: filledText(400),
  kicker: filledText(120).nullish(),
  standfirst: filledText(1_000).nullish(),
  dateline: filledText(120).nullish(),
  body: bodyInput,
})
