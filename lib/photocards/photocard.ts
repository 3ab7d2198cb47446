import {
  type Correction,
  type Picture,
  type Publication,
  publicAt,
} from '@/lib/content-model/article'
import type { Body, Inline } from '@/lib/content-model/body'
import type { Refusal } from '@/lib/outcome'
import { codeAlphabet, codeLength, codePathSegment, parseCode } from '@/lib/urls/verify-address'

/** The exact text of a photocard, by template. */
export type PhotocardWords =
  | { template: 'headline'; headline: string }
  | { template: 'quote'; quote: string; speaker: string }
  | { template: 'number'; number: string; caption: string }

export const templateNames = ['headline', 'quote', 'number'] as const satisfies Template[]
export type Template = PhotocardWords['template']

/** Sizes in pixels that Facebook shows uncropped: square, and the tallest. */
export const photocardSizes = {
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
} as const
export type PhotocardSize = keyof typeof photocardSizes
export const sizeNames = Object.keys(photocardSizes) as PhotocardSize[]

/** The most letters of each text that stay readable on a phone. */
export const photocardLimits = { quote: 320, speaker: 120, number: 16, caption: 160 } as const

/** Everything that a card shows. */
export type PhotocardContent = {
  words: PhotocardWords
  size: PhotocardSize
  /** The story's category and its publication time when the card was created. */
  category: string
  storyAt: Date
  image: Picture | null
  paper: string
  /** Null in a preview. */
  code: string | null
}

export type PhotocardRequest = Pick<PhotocardContent, 'words' | 'size'> & {
  /** Over the story's lead picture, where it has one. */
  hasPicture: boolean
}

export type Photocard = Pick<PhotocardContent, 'words' | 'size'> & {
  code: string
  madeAt: Date
  madeBy: string
}

export type PublicStory = {
  kind: 'public'
  path: string
  headline: string
  publicAt: Date
  /** The headline changed after the card was created. */
  hasNewHeadline: boolean
  /** The story's present category, if it has changed. */
  movedTo: string | null
  /** Corrections and updates since the card was created, oldest first. */
  corrections: Correction[]
}

export type WithdrawnStory = { kind: 'withdrawn'; at: Date | null; reason: string | null }

/** A photocard of the paper with the present state of its story, as readers verify it. */
export type VerifiedPhotocard = Photocard & { story: PublicStory | WithdrawnStory }

/** A story with what a photocard can be made from. */
export type PhotocardStory = {
  id: number
  headline: string
  /** Why no card can be created now; null when one can. */
  refusal: Refusal | null
  /** Whether it is public; the cards of a scheduled story become public with it. */
  isPublic: boolean
  quotes: { quote: string; speaker: string }[]
  hasPicture: boolean
  /** The newest first. */
  cards: Photocard[]
}

/** Why no card can be created for the story; null when it is published or scheduled. */
export function checkPhotocard(story: Publication & { trashedAt: Date | null }): Refusal | null {
  if (story.trashedAt) return 'trashed'
  if (story.status === 'withdrawn') return 'withdrawn'
  return publicAt(story) ? null : 'notForCards'
}

const textOf = (runs: Inline[]) => runs.map(({ text }) => text).join('')
/** The text on one line: the card sets its own line breaks. */
export const collapseWhitespace = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The quotes of a body with their speakers. */
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

/** The texts of a card in reading order. */
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

/** A code that cannot be guessed. @param randomBelow a uniformly random integer below `most`: `randomInt` of node:crypto */
export const newPhotocardCode = (randomBelow: (most: number) => number): string =>
  Array.from({ length: codeLength }, () => codeAlphabet[randomBelow(codeAlphabet.length)]).join('')

/** The address of a card's picture. */
export const photocardPath = (code: string) => `/media/photocards/${codePathSegment(code)}.jpg`

/** Parses the last segment of that address; null for an invalid or non-canonical one. */
export function readPhotocardFile(file: string): string | null {
  const code = parseCode(file.replace(/\.jpg$/, ''))
  return code && photocardPath(code).endsWith(`/${file}`) ? code : null
}

export const photocardsPage = (id: number) => `/newsroom/stories/${id}/photocards`

/** The download of the picture in the newsroom, also before the story is public. */
export const photocardDownload = (id: number, code: string) =>
  `${photocardsPage(id)}/${codePathSegment(code)}.jpg`
