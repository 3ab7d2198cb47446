import { decode, fold1252 } from './bijoy-decode'
import {
  ALIEN,
  COMMON_WORDS,
  ENGLISH_SHAPE,
  EUROPEAN,
  EUROPEAN_SEPARATORS,
  HIGH,
  LEAD,
  NEVER_BIJOY,
  NEVER_FIRST,
  OTHERS,
  PRE_SIGNS,
  STRAY_PUNCTUATION,
  TRAIL,
  UNLIKELY,
} from './bijoy-table'

export { decodeBijoy } from './bijoy-decode'

/** A word of Bijoy. `start` and `end` are UTF-16 offsets in the text searched; `unsure` is for an editor to judge. */
export type BijoyFinding = {
  start: number
  end: number
  text: string
  converted: string
  certainty: 'sure' | 'unsure'
}

/** A word left as it was typed; `start` and `end` are offsets in the converted text. */
export type UncertainBijoy = { start: number; end: number; original: string; converted: string }

/** Longer strings (data, addresses) are skipped, which bounds the work of the patterns. */
const MAX_WORD = 80
/** Converters of the web write ্ল as a minus; between other signs it is one. */
const MINUS_FOR_LA = /(?<=[A-Za-z`¡-ÿ])\u2212(?=[A-Za-z`¡-ÿ])/g
const BIJOY_POINTS = /[ÔÕÒÓÑ|]/g
const point = (char: string) => OTHERS.get(char) ?? char

type Kind = 'sure' | 'likely' | 'open' | 'english' | 'broken' | 'number' | 'foreign'
type Token = {
  start: number
  end: number
  text: string
  converted: string
  kind: Kind
  known: boolean
}

/**
 * Classifies a word by itself. `sure` has a Bijoy glyph and spells well; `likely` is ASCII that is no English word;
 * `open` could be either (me = সব), `english` too but looks it; `broken` has Bijoy glyphs that do not spell;
 * `number` follows its neighbours.
 */
function classify(start: number, raw: string): Token {
  const end = start + raw.length
  if (raw.length > MAX_WORD)
    return { start, end, text: raw, converted: raw, known: false, kind: 'foreign' }
  const folded = fold1252(raw)
  const text = folded.replace(MINUS_FOR_LA, '¬')
  const lead = LEAD.exec(text)?.[0] ?? ''
  const trail = TRAIL.exec(text.slice(lead.length))?.[0] ?? ''
  const core = text.slice(lead.length, text.length - trail.length)
  const { text: word, faults } = decode(core)
  const known = COMMON_WORDS.has(core)
  // An ASCII word in Bijoy's own quotes or before its danda is Bengali (ÔcÖavbÕ, coe|).
  const pointed = lead.search(BIJOY_POINTS) >= 0 || trail.search(BIJOY_POINTS) >= 0
  const converted = lead.replace(BIJOY_POINTS, point) + word + trail.replace(BIJOY_POINTS, point)
  return {
    start,
    end,
    text: raw,
    converted,
    known,
    // A minus alone is no sign of Bijoy: a−b is arithmetic.
    kind: kindOf(core, word, {
      isFaulty: faults > 0,
      isConfirmed: known || pointed,
      hasGlyph: text === folded ? HIGH.test(core) : HIGH.test(folded.replaceAll('\u2212', '')),
    }),
  }
}

type Signs = { isFaulty: boolean; isConfirmed: boolean; hasGlyph: boolean }

function kindOf(core: string, word: string, { isFaulty, isConfirmed, hasGlyph }: Signs): Kind {
  if (/^[\d,.:/%-]*$/.test(core)) return 'number'
  if (NEVER_BIJOY.test(core) || !/[A-Za-z`_]/.test(core)) return 'foreign'
  const letters = core.replace(/^\d+-?/, '')
  const high = hasGlyph && HIGH.test(letters)
  const european = letters
    .split(EUROPEAN_SEPARATORS)
    .every((part) => part === '' || EUROPEAN.test(part) || !HIGH.test(part))
  const stray = STRAY_PUNCTUATION.test(core)
  if (stray || isFaulty || NEVER_FIRST.test(word) || UNLIKELY.test(word))
    return high && !european && !stray ? 'broken' : 'foreign'
  const alien = ALIEN.test(letters.normalize('NFD').replace(/\p{M}/gu, ''))
  // †Rjvq is জেলায়; †Smith is a man who has died.
  if (high && (!european || (alien && PRE_SIGNS.has(letters.charAt(0))))) return 'sure'
  if (alien) return 'likely'
  return isConfirmed || !ENGLISH_SHAPE.test(core) ? 'open' : 'english'
}

const isSure = (token: Token) => token.kind === 'sure'

/** A sure word, or two common words, make the likely words of their run sure. */
function classifyRun(run: Token[], wholeLine: boolean): void {
  const likely = run.filter((token) => token.kind === 'likely')
  const known = likely.filter((token) => token.known).length
  if (run.some(isSure) || known >= 2 || (known === 1 && likely.length >= 3))
    for (const token of likely) token.kind = 'sure'
  // The end of a line counts as a sure neighbour only when the whole line is Bijoy.
  const edge = wholeLine && run.filter(isSure).length >= 2
  const first = run.findIndex(isSure)
  const last = run.findLastIndex(isSure)
  run.forEach((token, i) => {
    if (first < 0 || !(edge || (i > first && i < last))) return
    if (token.kind === 'number' || token.kind === 'open') token.kind = 'sure'
    else if (token.kind === 'english') token.kind = 'broken'
  })
  if (first < 0) for (const token of run) if (token.kind === 'broken') token.kind = 'foreign'
}

function classifyLine(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const start = i
    while (i < tokens.length && tokens[i]?.kind !== 'foreign') i++
    classifyRun(tokens.slice(start, i), start === 0 && i === tokens.length)
  }
}

/** Narrows a word to its changed part, so that brackets and commas around it are not marked. */
function toFinding({ start, end, text, converted, kind }: Token): BijoyFinding {
  let head = 0
  while (head < text.length && text[head] === converted[head]) head++
  let tail = 0
  while (tail < text.length - head && text.at(-1 - tail) === converted.at(-1 - tail)) tail++
  return {
    start: start + head,
    end: end - tail,
    text: text.slice(head, text.length - tail),
    converted: converted.slice(head, converted.length - tail),
    certainty: kind === 'sure' ? 'sure' : 'unsure',
  }
}

/**
 * The Bijoy words of a text that may also hold English, addresses and Unicode Bengali, in order of position.
 * A word is `sure` when it has glyphs no European word has and spells a possible Bengali word, or when it is no
 * English word and a sure word stands in its run. Run it before the text is cleaned: Bijoy uses the soft hyphen.
 */
export function findBijoy(text: string): BijoyFinding[] {
  const findings: BijoyFinding[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const tokens = [...line[0].matchAll(/[^\s\u0964\u0965\u0980-\u09ff\u200c\u200d]+/g)].map(
      (match) => classify(line.index + match.index, match[0]),
    )
    classifyLine(tokens)
    for (const token of tokens) {
      const doubtful =
        token.kind === 'broken' || (token.kind === 'likely' && token.known && token.text.length > 3)
      if ((isSure(token) || doubtful) && token.converted !== token.text)
        findings.push(toFinding(token))
    }
  }
  return findings
}

/** Converts the sure words to Unicode in NFC and lists the doubtful ones, which stay as typed, for an editor. */
export function convertBijoy(text: string): { text: string; uncertain: UncertainBijoy[] } {
  const uncertain: UncertainBijoy[] = []
  let output = ''
  let from = 0
  for (const { start, end, text: original, converted, certainty } of findBijoy(text)) {
    output += text.slice(from, start)
    if (certainty === 'sure') output += converted
    else {
      uncertain.push({
        start: output.length,
        end: output.length + original.length,
        original,
        converted,
      })
      output += original
    }
    from = end
  }
  return { text: output + text.slice(from), uncertain }
}

/**
 * Bijoy in characters that survive text normalization, one for one, so that it can be stored until an editor decides:
 * control characters as their Windows-1252 characters, the soft hyphen as the other sign for ্ল.
 */
export const holdBijoy = (text: string): string => fold1252(text).replaceAll('\u00ad', '¬')
