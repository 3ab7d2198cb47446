import { z } from 'zod'
import { filledText, rowNumber, text } from '@/lib/content-model/text-input'
import { maxUploadBytes } from '@/lib/media/files/picture'

/** Optional text; blank text is null. */
const optionalText = (maxLength: number) =>
  text(maxLength)
    .transform((value) => value || null)
    .nullish()

/** The texts and the focal point of a picture. */
export const pictureInput = z.object({
  alt: filledText(500),
  caption: optionalText(1_000),
  credit: optionalText(200),
  focalX: z.number().min(0).max(1).default(0.5),
  focalY: z.number().min(0).max(1).default(0.5),
})

/** Changes of a picture; a field that is left out stays unchanged. */
export const describeInput = z.object({
  id: rowNumber,
  alt: text(500).optional(),
  caption: optionalText(1_000),
  credit: optionalText(200),
  focalX: z.number().min(0).max(1).optional(),
  focalY: z.number().min(0).max(1).optional(),
})

export const pictureRef = z.object({ id: rowNumber })

/** An upload of so many bytes. */
export const uploadInput = z.object({ bytes: z.int().positive().max(maxUploadBytes) })
export const uploadRef = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) })
