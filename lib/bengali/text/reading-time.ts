import { formatNumber } from '@/lib/bengali/numbers'

/**
 * A chosen figure, not a measured one: no published reading speed of adult readers of Bengali was found
 * (IReST, Trauzettel-Klosinski & Dietz 2012, has 17 languages and no Indic one; mean 184 words a minute, read aloud).
 * What is known: English non-fiction is read silently at 238 words a minute, and other languages in proportion to the
 * words they need to say the same (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). The 123 news stories of NTREX-128 take
 * about 42,000 words in English and 37,400 in Bengali, which foretells 238 × 37.4 / 42 = 212. We take 200,
 * the round figure below, so that a promise of two minutes is rather kept than broken.
 */
export const WORDS_PER_MINUTE = 200

/** Whole minutes to read `wordCount` words (as `listWords` counts), to the nearest, at least 1; no words take 0. */
export function readingMinutes(wordCount: number): number {
  return wordCount > 0 ? Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE)) : 0
}

/** `২ মিনিটের পাঠ`; nothing to read gives an empty string, so that no label is shown. */
export function formatReadingTime(minutes: number): string {
  return minutes > 0 ? `${formatNumber(Math.round(minutes))} মিনিটের পাঠ` : ''
}
