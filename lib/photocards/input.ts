import { z } from 'zod'
import { limits, rowNumber, text } from '@/lib/articles/input'
import { oneLine, type PhotocardSize, photocardLimits, sizeNames } from './photocard'

const words = (maxLength: number) => text(maxLength).transform(oneLine).pipe(z.string().min(1))

const wordsInput = z.discriminatedUnion('template', [
  /** The story's headline as it was looked at. */
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

const look = {
  articleId: rowNumber,
  words: wordsInput,
  size: z.enum(sizeNames as [PhotocardSize, ...PhotocardSize[]]),
  /** Over the story's lead picture, where it has one. */
  hasPicture: z.boolean(),
}

/** A card that is being looked at before it is made. */
export const lookInput = z.object(look).strict()

export const makeInput = z
  .object({
    ...look,
    /** The form's own, random: sent twice, it makes one card. */
    key: z.string().regex(/^[0-9a-f]{32}$/),
  })
  .strict()
