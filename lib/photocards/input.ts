import { z } from 'zod'
import { limits, rowNumber, text } from '@/lib/content-model/text-input'
import { collapseWhitespace, type PhotocardSize, photocardLimits, sizeNames } from './photocard'

const words = (maxLength: number) =>
  text(maxLength).transform(collapseWhitespace).pipe(z.string().min(1))

const wordsInput = z.discriminatedUnion('template', [
  /** The story's headline as in the preview. */
  z.object({ template: z.literal('headline'), headline: words(limits.headline) }).strict(),
  z
    .object({
      template: z.literal('quote'),
      quote: words(photocardLimits.quote),
      speaker: words(photocardLimits.speaker),
    })
    .strict(),
  z
    .object({
      template: z.literal('number'),
      number: words(photocardLimits.number),
      caption: words(photocardLimits.caption),
    })
    .strict(),
])

const requestFields = {
  articleId: rowNumber,
  words: wordsInput,
  size: z.enum(sizeNames as [PhotocardSize, ...PhotocardSize[]]),
  /** Over the story's lead picture, where it has one. */
  hasPicture: z.boolean(),
}

/** The preview of a card. */
export const previewInput = z.object(requestFields).strict()

export const makePhotocardInput = z
  .object({
    ...requestFields,
    /** Random, one for each form: sent twice, it creates one card. */
    key: z.string().regex(/^[0-9a-f]{32}$/),
  })
  .strict()
