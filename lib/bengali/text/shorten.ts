const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' })
const words = new Intl.Segmenter('bn', { granularity: 'word' })

/** A hanging hasanta: the letters after it belong to the same conjunct, whatever this engine's Unicode version says. */
const ENDS_IN_HASANTA = /\u09CD[\u200C\u200D]?$/
const STARTS_WITH_LETTER = /^[\u200C\u200D]?\p{L}/u
const STARTS_AFTER_WORD = /^[\s,;:।!?)’”]/
const TRAILING = /[\s,;:।–—\-("'“‘[]+$/u

/** Letters as a reader counts them: ক্ষ and স্ত্রী are one, বাংলাদেশ is four (UAX #29 grapheme clusters). */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}

/** The text's first `most` graphemes, cut wherever that falls; for bounding what a reader typed. */
export function firstGraphemes(text: string, most: number): string {
  let count = 0
  for (const { index } of graphemes.segment(text)) if (count++ === most) return text.slice(0, index)
  return text
}

/** The text in letters that may stand apart from each other: graphemes, and a hanging hasanta with what belongs to it. */
export function listLetters(text: string): string[] {
  const letters: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    const last = letters.at(-1)
    const belongs =
      last !== undefined && ENDS_IN_HASANTA.test(last) && STARTS_WITH_LETTER.test(segment)
    if (belongs) letters[letters.length - 1] = last + segment
    else letters.push(segment)
  }
  return letters
}

/** The words of a text in order, without spaces and signs; র‍্যাব and ৭.৫ stay whole, ঢাকা-চট্টগ্রাম is two. */
export function listWords(text: string): string[] {
  const found: string[] = []
  for (const { segment, isWordLike } of words.segment(text)) if (isWordLike) found.push(segment)
  return found
}

/**
 * The text in at most `maxGraphemes` graphemes, the … included. It ends after a whole word, without the comma or
 * danda that stood there; a first word too long to fit is cut between graphemes, never inside a conjunct.
 * A text that fits comes back trimmed and otherwise as it was; a limit below 1 gives an empty string.
 */
export function shorten(text: string, maxGraphemes: number): string {
  const whole = text.trim()
  const ends: number[] = []
  // Only as many graphemes are found as are needed: the text may be a whole article.
  for (const { index, segment } of graphemes.segment(whole)) {
    ends.push(index + segment.length)
    if (ends.length > maxGraphemes) break
  }
  if (ends.length <= maxGraphemes) return whole
  if (maxGraphemes < 1) return ''
  return `${cutAtWord(whole, ends.slice(0, maxGraphemes - 1))}…`
}

/** @param ends where each grapheme that may be kept stops */
function cutAtWord(text: string, ends: number[]): string {
  const prefix = text.slice(0, ends.at(-1) ?? 0)
  const endsOnWord = STARTS_AFTER_WORD.test(text.slice(prefix.length))
  const lastSpace = prefix.search(/\s\S*$/)
  const atWord = (endsOnWord ? prefix : prefix.slice(0, Math.max(0, lastSpace))).replace(
    TRAILING,
    '',
  )
  return atWord || cutAtGrapheme(text, ends)
}

function cutAtGrapheme(text: string, ends: number[]): string {
  for (let n = ends.length; n > 0; n--) {
    const end = ends[n - 1] ?? 0
    const isInConjunct =
      ENDS_IN_HASANTA.test(text.slice(0, end)) && STARTS_WITH_LETTER.test(text.slice(end))
    if (!isInConjunct) return text.slice(0, end)
  }
  return ''
}
