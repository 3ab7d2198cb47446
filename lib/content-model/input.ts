import { z } from 'zod'
import { parseStamp } from '@/lib/bengali/calendar/dates'
import type { BodyRules } from './blocks/block-definition'
import { blockInputOf } from './blocks/registry'
import type { Body } from './body'
import { pictureWordsInput } from './picture-words'
import {
  draftFactor,
  filledText,
  limits,
  linkInput,
  rowNumber,
  text,
  unfinishedText,
  webAddress,
} from './text-input'

const finishedRules: BodyRules = {
  run: limits.run,
  runs: { min: 1, max: 500 },
  blocks: limits.blocks,
  textInput: filledText,
  urlInput: webAddress,
  linkInput: linkInput.optional(),
}

const draftRules: BodyRules = {
  run: limits.run * draftFactor,
  runs: { min: 0, max: finishedRules.runs.max * draftFactor },
  blocks: limits.blocks * draftFactor,
  textInput: unfinishedText,
  // An address or a link that cannot be taken must not prevent saving the words.
  urlInput: z.string().transform((address) => webAddress.safeParse(address).data ?? ''),
  linkInput: z.preprocess(
    (given) => linkInput.optional().safeParse(given).data,
    linkInput.optional(),
  ) as BodyRules['linkInput'],
}

const bodyOf = (rules: BodyRules): z.ZodType<Body> => z.array(blockInputOf(rules)).max(rules.blocks)

export const blockInput = blockInputOf(finishedRules)

/** A whole body. */
export const bodyInput = bodyOf(finishedRules)

/** A block of a body in progress, and the most blocks. */
export const unfinishedBlock = blockInputOf(draftRules)
export const maxUnfinishedBlocks = draftRules.blocks

/** A body in progress, whose blocks may be blank. */
export const unfinishedBody = bodyOf(draftRules)

/** The texts of a new story. */
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

/** An instant as a Date, as an ISO string, or as a printed stamp in the paper's time zone: “২০ মে ২০২৬, ০৮:০২ পিএম”. */
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

/** The story of a command. `expectedVersion` is the version that the editor saw (optimistic locking); null accepts any. */
export const storyRef = z.object({
  id: rowNumber,
  expectedVersion: z.int().positive().nullable(),
})

/** The references of a story by id. */
export const referencesInput = z.object({
  /** In printed order. */
  contributorIds: distinctNumbers(20),
  topicIds: distinctNumbers(50),
  sourceId: rowNumber.nullable(),
  leadImageId: rowNumber.nullable(),
})

const leadWordsInput = z.object(pictureWordsInput(filledText)).strict()

export const categorySlug = z.string().min(1).max(60)

export const draftInput = storyInput
  .extend({ category: categorySlug })
  .extend(referencesInput.partial().shape)
  .extend({ leadWords: leadWordsInput.optional() })
/** A field that is left out stays unchanged; null removes it. */
export const editFieldsInput = storyInput
  .partial()
  .extend(referencesInput.partial().shape)
  .extend({ leadWords: leadWordsInput.optional() })
export const editStoryInput = storyRef.extend(editFieldsInput.shape)
/** The change itself may come with its note, in one save. */
export const finalizeInput = storyRef.pick({ id: true })
export const withdrawInput = storyRef.extend({
  /** For the newsroom. */
  reason: filledText(500),
  /** For readers, at the story's address. */
  publicReason: text(500).nullish(),
  /** Whether readers are told which story it was. */
  showsHeadline: z.boolean().default(false),
})
export const moveInput = storyRef.extend({ category: categorySlug })
