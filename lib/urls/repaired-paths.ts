import { toLatinDigits } from '@/lib/bengali/digits'
import { composeLetters } from '@/lib/bengali/text/normalize'

// Signs, blanks and invisible letters that a sentence or a messenger leaves at the end of an address; an emoji is none.
const trailingSigns = /[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{Z}\p{Cf}]+$/u
// A query that lost its question mark, or has it encoded.
const gluedQuery = /[?&][\w.%-]*=.*$|[?#].*$/su
const invisibleCharacters = /\p{Cf}/gu
const nonJoiner = /\u200c/g

const encodePath = (segments: string[]) =>
  `/${segments
    .map((segment) => encodeURIComponent(composeLetters(segment)))
    .filter(Boolean)
    .join('/')}`

function withoutTrailingSigns(segments: string[]): string[] {
  const last = (segments.at(-1) ?? '').replace(gluedQuery, '').replace(trailingSigns, '')
  const kept = [...segments.slice(0, -1), last]
  return kept.map((segment) => (/^[\d০-৯]+$/.test(segment) ? toLatinDigits(segment) : segment))
}

/**
 * The paths that were probably meant where a path leads nowhere, the likeliest first: without the signs that were
 * shared along with it (`/religion/1।`), with its number in Latin digits, with other or without invisible joiners.
 * @param path in its canonical form (`canonicalPath`)
 */
export function repairedPaths(path: string): string[] {
  const segments = withoutTrailingSigns(path.slice(1).split('/').map(decodeURIComponent))
  const candidates = [
    segments,
    segments.map((segment) => segment.replace(nonJoiner, '\u200d')),
    segments.map((segment) => segment.replace(invisibleCharacters, '')),
  ].map(encodePath)
  return [...new Set(candidates)].filter((candidate) => candidate !== path)
}

const storyPath = /^\/[^/]+\/[1-9]\d*$/

/** The story's path that such an address can only mean: a number with signs behind it or in Bengali digits. */
export function repairedStoryPath(path: string): string | null {
  const [likeliest] = repairedPaths(path)
  return likeliest && storyPath.test(likeliest) ? likeliest : null
}
