import {
  ABBREVIATIONS,
  ENDINGS,
  MESSAGES,
  NEVER_DOUBLED,
  PATTERNS,
  SPELLINGS,
} from './house-style-rules'

/** `start` and `end` are UTF-16 offsets; a null suggestion means that only an editor can decide. */
export type Finding = {
  start: number
  end: number
  rule: string
  message?: string
  suggestion: string | null
}

type Spelling = { prefer: string; rule: string; message: string; inflects: boolean }
type Word = { start: number; end: number; text: string }

const BENGALI_WORD = /[\u0980-\u09e3\u09f0\u09f1\u200c\u200d]+/gu
const ADDRESS =
  /https?:\/\/[^\s।]+|www\.[^\s।]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|news|gov|edu|tv|bd|in|io)\b(?:\/[^\s।]*)?/giu
const NUMBER = /[\d০-৯]+(?:[.,][\d০-৯]+)*/gu
const FULL_STOP = /(?<=[\u0980-\u0982\u0985-\u09e3][”’)"']?)\.(?=\s|[”’"']|$)/gu
const YA = 'য়'.normalize('NFC')
const SPACE = /[ \u00a0]/
const LINE_END = /^\n?$/
const MIN_PROSE_WORDS = 14

const spellings = new Map<string, Spelling>()
for (const { id, message, words, swap: [from = '', to = ''] = [], inflects = true } of SPELLINGS)
  for (const word of words.join(' ').normalize('NFC').split(' ')) {
    const [avoid = '', prefer = avoid.replace(from, to)] = word.replaceAll('_', ' ').split(':')
    spellings.set(avoid, { prefer, rule: id, message, inflects })
  }

/** Replaces addresses by text of the same length, so that no rule matches them and offsets stay valid. */
const hideAddresses = (text: string) => text.replace(ADDRESS, (found) => 'x'.repeat(found.length))

const found = (
  start: number,
  end: number,
  rule: keyof typeof MESSAGES,
  suggestion: string | null,
) => ({
  start,
  end,
  rule,
  message: MESSAGES[rule],
  suggestion,
})

const words = (text: string): Word[] =>
  [...text.matchAll(BENGALI_WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word.normalize('NFC'),
  }))

function checkPatterns(text: string): Finding[] {
  return PATTERNS.flatMap(({ id, message, pattern, suggestion }) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      rule: id,
      message,
      suggestion: suggestion.replace('$&', match),
    })),
  )
}

function preferred(word: string): Spelling | undefined {
  const whole = spellings.get(word)
  if (whole) return whole
  for (const ending of ENDINGS) {
    const stem = word.endsWith(ending) ? spellings.get(word.slice(0, -ending.length)) : undefined
    if (stem?.inflects) return { ...stem, prefer: stem.prefer + ending }
  }
  // দেয়ায়, but দেশীয় is a word of its own.
  const locative = word.endsWith(YA) ? spellings.get(word.slice(0, -YA.length)) : undefined
  return locative?.prefer.endsWith('া') ? { ...locative, prefer: locative.prefer + YA } : undefined
}

function checkSpelling(all: Word[], text: string): Finding[] {
  return all.flatMap((word, i) => {
    const before = all[i - 1]
    const pair =
      before && text.slice(before.end, word.start) === ' ' && `${before.text} ${word.text}`
    const phrase = pair ? spellings.get(pair) : undefined
    const spelling = phrase ?? preferred(word.text)
    if (!spelling) return []
    const { rule, message, prefer } = spelling
    // ডাঃ. becomes ডা. with one stop
    const end = word.end + (prefer.endsWith('.') && text[word.end] === '.' ? 1 : 0)
    return [
      {
        start: phrase && before ? before.start : word.start,
        end,
        rule,
        message,
        suggestion: prefer,
      },
    ]
  })
}

function checkDoubled(all: Word[], text: string): Finding[] {
  return all.flatMap((word, i) => {
    const before = all[i - 1]
    if (before?.text !== word.text || !NEVER_DOUBLED.has(word.text)) return []
    return /^ +$/.test(text.slice(before.end, word.start))
      ? [found(before.end, word.end, 'doubled-word', '')]
      : []
  })
}

function checkDigits(text: string): Finding[] {
  return [...text.matchAll(NUMBER)]
    .filter(({ 0: number }) => /\d/.test(number) && /[০-৯]/.test(number))
    .map(({ 0: number, index }) => {
      const bengali = number.replace(/\d/g, (digit) => String.fromCharCode(0x09e6 + Number(digit)))
      return found(index, index + number.length, 'mixed-digits', bengali)
    })
}

/** Straight quotes are reported only beside curly ones of the same kind; feet and inches (৫'৬") are not. */
function checkQuotes(text: string): Finding[] {
  const findings: Finding[] = []
  for (const [straight, open, close] of [
    ['"', '“', '”'],
    ["'", '‘', '’'],
  ] as const) {
    if (!text.includes(open)) continue
    for (let at = text.indexOf(straight); at >= 0; at = text.indexOf(straight, at + 1)) {
      const before = text.charAt(at - 1)
      const isInsideWord = /[\p{L}\p{M}]/u.test(before) && /[\p{L}\p{M}]/u.test(text.charAt(at + 1))
      if (/[\d০-৯]/.test(before) || (straight === "'" && isInsideWord)) continue
      const isLoose = SPACE.test(before) && SPACE.test(text.charAt(at + 1))
      const opens =
        /^[\s([{“‘—–-]?$/.test(before) &&
        !(SPACE.test(before) && LINE_END.test(text.charAt(at + 1)))
      findings.push(found(at, at + 1, 'mixed-quotes', isLoose ? null : opens ? open : close))
    }
  }
  return findings
}

function checkFullStops(text: string): Finding[] {
  return [...text.matchAll(FULL_STOP)].flatMap(({ index }) => {
    const word = /[\u0980-\u09e3\u200c\u200d]+$/u.exec(
      text.slice(Math.max(0, index - 20), index),
    )?.[0]
    const isAbbreviation =
      word && (ABBREVIATIONS.has(word.normalize('NFC')) || /^[\u0985-\u09b9]়?$/u.test(word))
    return isAbbreviation ? [] : [found(index, index + 1, 'latin-full-stop', '।')]
  })
}

/**
 * Reports prose without a final danda; headlines, bylines and captions have none. A paragraph is prose by its length or
 * by a danda inside it, in a text that uses the danda.
 */
function checkParagraphEnds(text: string): Finding[] {
  if (!text.includes('।')) return []
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: paragraph, index }) => {
    const trimmed = paragraph.trimEnd()
    const last = trimmed.at(-1) ?? ''
    const isProse = trimmed.includes('।') || trimmed.split(' ').length >= MIN_PROSE_WORDS
    if (!isProse || !/[\u0980-\u09e3]/.test(last)) return []
    const end = index + trimmed.length
    return [found(end - 1, end, 'missing-danda', `${last}।`)]
  })
}

/**
 * The findings of the house style in a text, in order of position and without overlaps. Addresses are skipped. Rule ids
 * are stable keys; the messages are Bengali and stand with the rules.
 */
export function checkStyle(text: string): Finding[] {
  const visible = hideAddresses(text)
  const all = words(visible)
  const findings = [
    ...checkPatterns(visible),
    ...checkSpelling(all, visible),
    ...checkDoubled(all, visible),
    ...checkDigits(visible),
    ...checkQuotes(visible),
    ...checkFullStops(visible),
    ...checkParagraphEnds(visible),
  ]
  let end = 0
  return findings
    .sort((a, b) => a.start - b.start)
    .filter((finding) => {
      const overlaps = finding.start < end
      if (!overlaps) end = finding.end
      return !overlaps
    })
}

/** Applies the suggestion of a finding, if it has one. */
export function applyFix(text: string, { start, end, suggestion }: Finding): string {
  return suggestion === null ? text : text.slice(0, start) + suggestion + text.slice(end)
}

/** Applies all suggestions. `findings` must be of this text. */
export function applyAll(text: string, findings: Finding[] = checkStyle(text)): string {
  return [...findings].sort((a, b) => b.start - a.start).reduce(applyFix, text)
}
