import { z } from 'zod'
import { parseStamp } from '@/lib/bengali/calendar/dates'
import { normalizeText } from '@/lib/bengali/text/normalize'
import type { Body } from './body'

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

/** What a text being written may be that a finished one may not: blank, longer, without its link yet. */
type BodyRules = {
  /** Letters of a run. */
  run: number
  /** Runs of a paragraph, a cell, a list's item. */
  runs: { min: number; max: number }
  blocks: number
  textInput: (maxLength: number) => z.ZodType<string, string>
  urlInput: z.ZodType<string, string>
}

// PostgreSQL's integer.
export const rowNumber = z.int().positive().max(2_147_483_647)

/** One body block, and nothing else than these kinds with these fields. */
function blockOf({ run, runs: { min, max }, textInput, urlInput }: BodyRules) {
  const inline = z
    .object({
      // A run may begin or end with the blank between two marks: the gate, without the trim.
      text: z.string().max(run).transform(normalizeText).pipe(z.string().min(min)),
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      href: linkInput.optional(),
    })
    .strict()
  const runs = z.array(inline).min(min).max(max)
  const cell = z.array(inline).max(max)
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paragraph'), content: runs }).strict(),
    z.object({ kind: z.literal('subheading'), text: textInput(300) }).strict(),
    z
      .object({ kind: z.literal('quote'), content: runs, speaker: textInput(200).optional() })
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
        imageId: rowNumber,
        caption: textInput(1_000).optional(),
      })
      .strict(),
    z.object({ kind: z.literal('embed'), url: urlInput, title: textInput(300) }).strict(),
    z
      .object({
        kind: z.literal('table'),
        caption: textInput(300).optional(),
        head: z.array(cell).min(1).max(20),
        rows: z.array(z.array(cell).min(1).max(20)).min(1).max(500),
      })
      .strict()
      .refine((table) => table.rows.every((row) => row.length === table.head.length), {
        message: 'tableRowsUneven',
      }),
  ])
}

const finishedRules: BodyRules = {
  run: limits.run,
  runs: { min: 1, max: 500 },
  blocks: limits.blocks,
  textInput: filledText,
  urlInput: webAddress,
}

// Ten times what is printed: whoever pasted too much must not lose it.
const draftFactor = 10

/** Text as it is while it is written: through the gate, blanks at its ends and all. */
export const unfinishedText = (maxLength: number) =>
  z
    .string()
    .max(maxLength * draftFactor)
    .transform(normalizeText)

const draftRules: BodyRules = {
  run: limits.run * draftFactor,
  runs: { min: 0, max: finishedRules.runs.max * draftFactor },
  blocks: limits.blocks * draftFactor,
  textInput: unfinishedText,
  urlInput: z.union([z.literal(''), webAddress]),
}

const bodyOf = (rules: BodyRules): z.ZodType<Body> => z.array(blockOf(rules)).max(rules.blocks)

export const blockInput = blockOf(finishedRules)

/** A whole body; used on writing and, against a damaged row, on reading. */
export const bodyInput = bodyOf(finishedRules)

/** One block of a body while it is written, and how many there may be. */
export const unfinishedBlock = blockOf(draftRules)
export const maxUnfinishedBlocks = draftRules.blocks

/** A body while it is written: the same blocks, which may still be blank. */
export const unfinishedBody = bodyOf(draftRules)

/** What a new story is made of, before ids are looked up. */
export const storyInput = z.object({
  headline: filledText(limits.headline),
  kicker: filledText(limits.kicker).nullish(),
  standfirst: filledText(limits.standfirst).nullish(),
  dateline: filledText(limits.dateline).nullish(),
  body: bodyInput,
})

const distinctNumbers = (max: number) =>
  z
    .array(rowNumber)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length)

const isoStamp = z.iso.datetime({ offset: true }).transform((stamp) => new Date(stamp))

/** An instant, as JSON carries it or as itself, or a stamp as Bengali papers print it, in the paper's time zone: “২০ মে ২০২৬, ০৮:০২ পিএম”. */
export const instant = z.union([
  z.date(),
  isoStamp,
  z
    .string()
    .max(200)
    .transform((stamp, context) => {
      const parsed = parseStamp(stamp)
      if (parsed) return parsed
      context.addIssue({ code: 'custom', message: 'unknownStamp' })
      return z.NEVER
    }),
])

/**
 * The story a command is about. `expectedVersion` is the version its editor looked at, so that nobody's save is undone
 * unseen; null says outright that the command holds for whatever version there is.
 */
export const storyRef = z.object({
  id: rowNumber,
  expectedVersion: z.int().positive().nullable(),
})

/** What a story is tied to, by number. */
export const referencesInput = z.object({
  /** In printed order. */
  contributorIds: distinctNumbers(20),
  topicIds: distinctNumbers(50),
  sourceId: rowNumber.nullable(),
  leadImageId: rowNumber.nullable(),
})

export const categorySlug = z.string().min(1).max(60)

export const draftInput = storyInput
  .extend({ category: categorySlug })
  .extend(referencesInput.partial().shape)
/** What is left out stays as it is; null takes away. */
export const editFieldsInput = storyInput.partial().extend(referencesInput.partial().shape)
export const editStoryInput = storyRef.extend(editFieldsInput.shape)
/** The change itself may come with its note, in one save. */
export const finalizeInput = storyRef.pick({ id: true })
export const withdrawInput = storyRef.extend({ reason: filledText(500) })
export const moveInput = storyRef.extend({ category: categorySlug })
