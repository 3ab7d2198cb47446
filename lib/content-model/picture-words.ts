import type { z } from 'zod'

/** The longest words of a picture, in letters. */
export const pictureWordLimits = { alt: 500, caption: 1_000, credit: 200 }
export type PictureWord = keyof typeof pictureWordLimits
export const pictureWordNames = ['alt', 'caption', 'credit'] as const satisfies PictureWord[]

/** The story's own words of a picture; a word that is left out is the library's. */
export type PictureWords = { [Word in PictureWord]?: string | undefined }

/** The schema of these words. @param textInput the schema of a text of at most so many letters */
export const pictureWordsInput = (textInput: (maxLength: number) => z.ZodType<string, string>) => ({
  alt: textInput(pictureWordLimits.alt).optional(),
  caption: textInput(pictureWordLimits.caption).optional(),
  credit: textInput(pictureWordLimits.credit).optional(),
})

/** The picture as one story shows it. */
export function inStory<
  Shown extends { alt: string; caption: string | null; credit: string | null },
>(picture: Shown, { alt, caption, credit }: PictureWords): Shown {
  return {
    ...picture,
    ...(alt && { alt }),
    ...(caption && { caption }),
    ...(credit && { credit }),
  }
}

/** Words without those that are blank. */
export const filledWords = (words: PictureWords): PictureWords =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  )
