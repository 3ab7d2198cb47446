import { z } from 'zod'
import { filledText, rowNumber, text } from '@/lib/content-model/text-input'
import { maxUploadBytes } from '@/lib/media/files/picture'

/** Words that may be left out: blank ones are. */
const optionalText = (maxLength: number) =>
  text(maxLength)
    .transform((value) => value || null)
    .nullish()

/** What an editor says of a picture. */
export const pictureInput = z.object({
  alt: filledText(500),
  caption: optionalText(1_000),
  credit: optionalText(200),
  focalX: z.number().min(0).max(1).default(0.5),
  focalY: z.number().min(0).max(1).default(0.5),
})

/** New words for a picture that is there; what is left out stays as it is. */
export const describeInput = z.object({
  id: rowNumber,
  alt: text(500).optional(),
  caption: optionalText(1_000),
  credit: optionalText(200),
  focalX: z.number().min(0).max(1).optional(),
  focalY: z.number().min(0).max(1).optional(),
})

export const pictureRef = z.object({ id: rowNumber })

/** A picture that is about to be sent, by how many bytes it says it has. */
export const uploadInput = z.object({ bytes: z.int().positive().max(maxUploadBytes) })
export const uploadRef = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) })
