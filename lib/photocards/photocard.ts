import {
  type Correction,
  type Picture,
  type Publication,
  publicAt,
} from '@/lib/content-model/article'
import type { Body, Inline } from '@/lib/content-model/body'
import type { Refusal } from '@/lib/outcome'
import { codeAlphabet, codeLength, codePathSegment, parseCode } from '@/lib/urls/verify-address'

/** What a photocard says, to the letter, as its template sets it. */
export type PhotocardWords =
  | { template: 'headline'; headline: string }
  | { template: 'quote'; quote: string; speaker: string }
  | { template: 'number'; number: string; caption: string }

export const templateNames = ['headline', 'quote', 'number'] as const satisfies Template[]
export type Template = PhotocardWords['template']

/** As Facebook shows a picture whole, in pixels: square, and as tall as it takes one. */
export const photocardSizes = {
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
} as const
export type PhotocardSize = keyof typeof photocardSizes
export const sizeNames = Object.keys(photocardSizes) as PhotocardSize[]

/** Letters of each text: what stands on a card in a size that a phone's screen shows. */
export const photocardLimits = { quote: 320, speaker: 120, number: 16, caption: 160 } as const

/** All that a card is drawn of. */
export type PhotocardContent = {
  words: PhotocardWords
  size: PhotocardSize
  /** The story's category, and when readers had it, as they were when the card was made. */
  category: string
  storyAt: Date
  image: Picture | null
  paper: string
  /** Null while it is only being looked at: nothing answers for such a card. */
  code: string | null
}

/** What somebody wants a card to be. */
export type PhotocardRequest = Pick<PhotocardContent, 'words' | 'size'> & {
  /** Over the story's lead picture, where it has one. */
  hasPicture: boolean
}

/** A photocard that was made of a story. */
export type Photocard = Pick<PhotocardContent, 'words' | 'size'> & {
  code: string
  madeAt: Date
  madeBy: string
}

/** A card's story that readers have. */
export type PublicStory = {
  kind: 'public'
  path: string
  headline: string
  publicAt: Date
  /** It says something else than when the card was made. */
  hasNewHeadline: boolean
  /** The category that it has now, when it had another. */
  movedTo: string | null
  /** What readers were told of changes since the card was made, the oldest first. */
  corrections: Correction[]
}

/** A card's story that readers no longer have. */
export type WithdrawnStory = { kind: 'withdrawn'; at: Date | null; reason: string | null }

/** A photocard of the paper's, as anybody may check it. */
export type VerifiedPhotocard = Photocard & { story: PublicStory | WithdrawnStory }

/** What a photocard can be made of, for whoever makes one. */
export type PhotocardStory = {
  id: number
  headline: string
  /** Why no card can be made of it now; null when one can. */
  refusal: Refusal | null
  /** Readers have it already; else they have its cards when they have the story. */
  isPublic: boolean
  quotes: { quote: string; speaker: string }[]
  hasPicture: boolean
  /** The newest first. */
  cards: Photocard[]
}

/** Why no card can be made of the story; null when one can: readers have it, or will at its hour. */
export function checkPhotocard(story: Publication & { trashedAt: Date | null }): Refusal | null {
  if (story.trashedAt) return 'trashed'
  if (story.status === 'withdrawn') return 'withdrawn'
  return publicAt(story) ? null : 'notForCards'
}

const textOf = (runs: Inline[]) => runs.map(({ text }) => text).join('')
/** On a card a text breaks where the card has it break. */
export const collapseWhitespace = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The story's quotes with whom it names for them. */
export function quotesOf(body: Body): PhotocardStory['quotes'] {
  return body.flatMap((block) =>
    block.kind === 'quote'
      ? [
          {
            quote: collapseWhitespace(textOf(block.content)),
            speaker: collapseWhitespace(block.speaker ?? ''),
          },
        ]
      : [],
  )
}

/** The words of a card as one text, in the order they are read. */
export function photocardTexts(words: PhotocardWords): string[] {
  switch (words.template) {
    case 'headline':
      return [words.headline]
    case 'quote':
      return [words.quote, words.speaker]
    case 'number':
      return [words.number, words.caption]
  }
}

/**
 * A code that nobody can guess.
 * @param randomBelow a random whole number below the one given, each as likely: `randomInt` of node:crypto
 */
export const newPhotocardCode = (randomBelow: (most: number) => number): string =>
  Array.from({ length: codeLength }, () => codeAlphabet[randomBelow(codeAlphabet.length)]).join('')

/** Where the picture of a card is to be had. */
export const photocardPath = (code: string) => `/media/photocards/${codePathSegment(code)}.jpg`

/** Reads the last part of a card's address; null for what none can have. A card has one address. */
export function readPhotocardFile(file: string): string | null {
  const code = parseCode(file.replace(/\.jpg$/, ''))
  return code && photocardPath(code).endsWith(`/${file}`) ? code : null
}

/** Where the newsroom makes them. */
export const photocardsPage = (id: number) => `/newsroom/stories/${id}/photocards`

/** Where the newsroom has the picture as a file, before readers have the story and after. */
export const photocardDownload = (id: number, code: string) =>
  `${photocardsPage(id)}/${codePathSegment(code)}.jpg`
