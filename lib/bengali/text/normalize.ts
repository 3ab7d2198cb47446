/*
 * Rules for joiners follow the Unicode Standard, chapter 12.2 (Bengali): র + ZWJ + ্ + য is the ya-phalaa of র‍্যাব,
 * র + ্ + য the reph of কার্য; <ত, ্, ZWJ> is the spelling of ৎ from before Unicode 4.1.
 * Which sequences look alike was checked by drawing them with HarfBuzz in Noto Serif Bengali.
 */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Tag characters spell hidden text; they are seen only inside a flag such as Scotland's. */
const TAGS = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,16}\u{E007F}|[\u{E0000}-\u{E007F}]/gu
const INVISIBLE =
  /(?![\n\t])\p{Cc}|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu
const SPACES = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g
const NEEDS_WORK = /[^\n -~]| {2}/
/** Thirty marks on a letter are the limit of UAX #15 (Stream-Safe Text Format); beyond it NFC takes quadratic time. */
const PILED_MARKS = /(\p{M}{30})\p{M}+/gu
const MAX_PASSES = 6
const BENGALI = /\p{Script=Bengali}/u

const JOINER_RUN = /([\u200C\u200D])[\u200C\u200D]+/g
const JOINER = /[\u200C\u200D]/g
const ENDS_IN_EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u
const STARTS_WITH_EMOJI = /^\p{Extended_Pictographic}/u
/** Letters of scripts whose own spelling uses joiners (Arabic, Devanagari and their like). */
const ENDS_IN_JOINING_SCRIPT =
  /[[\p{L}\p{M}]--[\p{Script=Bengali}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]]$/v

const CONSONANT = '[\u0995-\u09B9\u09CE\u09F0\u09F1]'
const VOWEL_SIGN = '\u09BE-\u09C4\u09C7\u09C8\u09CB\u09CC\u09D7\u09E2\u09E3'
const NUKTA = '\u09BC'
const CANDRABINDU = '\u0981'
/** A letter with signs that may need mending; a letter with one plain vowel sign is passed over. */
const SYLLABLE = new RegExp(
  `(^|[^${VOWEL_SIGN}\u09BC\u0981])([${VOWEL_SIGN}\u09BC\u0981]{2,}|[\u09BC\u09D7])|([\u0985\u098B\u098C])([\u09BE\u09C3\u09E2])`,
  'gu',
)
const STARTS_WITH_CONSONANT = new RegExp(`^${CONSONANT}`)
const NUKTA_LETTERS = '\u09A1\u09A2\u09AF'
const SPLIT_LETTERS: Record<string, string> = {
  '\u0985\u09BE': '\u0986', // অ + া
  '\u098B\u09C3': '\u09E0', // ঋ + ৃ
  '\u098C\u09E2': '\u09E1', // ঌ + ৢ
}

const REPEATED_HASANTA = /\u09CD(?:[\u200C\u200D]?\u09CD)+/g
const STRAY_BEFORE_HASANTA = new RegExp(
  `(?<![\u09B0\u09F0])[\u200C\u200D](?=\u09CD)|[\u200C\u200D](?=\u09CD(?!${CONSONANT}))`,
  'g',
)
const BEFORE_HASANTA = /[\u200C\u200D](?=\u09CD)/g
const OLD_KHANDA_TA = /\u09A4\u09CD\u200D/g
const OLD_YA_PHALAA = /([\u09B0\u09F0])\u09CD\u200D(?=\u09AF(?!\u09BC))/g
const AFTER_HASANTA = new RegExp(`\u09CD[\u200C\u200D](?=${CONSONANT})`, 'g')
const STRAY_AFTER_HASANTA = new RegExp(`\u09CD[\u200C\u200D](?!${CONSONANT})`, 'g')
const SENTENCE_BAR =
  /(?:(?<=[\u0981-\u09EF\u09F0\u09F1\u09FE])\||(?<=[\u0981-\u09E3\u09F0\u09F1])\u09F7)(?=$|[\s"'”’)\]]|[\u0985-\u09B9\u09CE\u09DC-\u09E1\u09F0\u09F1])/g

/**
 * The text gate: every string passes here once, on entering (form, paste, import, query, address, comment).
 * Two spellings that look the same leave as one; what shows as nothing and means nothing is dropped.
 *
 * - Form: NFC, which spells ড় ঢ় য় as letter + nukta. Lone surrogates become U+FFFD, as in UTF-8.
 * - Signs: া+ে and ে+া are ো, ৗ likewise ৌ; অ+া is আ; ঁ stands after the vowel sign, nukta before it;
 *   doubled ্ ় ঁ are one; ব+় is র; a nukta that no letter can carry is dropped,
 *   and so is what stands on a letter beyond thirty marks.
 * - Joiners: kept where they change a Bengali shape (র‍্যাব, the open hasanta of সেট্‌স, spelt with ZWNJ), inside emoji, and
 *   after letters of other scripts that spell with them; dropped elsewhere, at word ends and before a vowel sign too.
 * - Space: tabs, NBSP and runs of spaces are one space, ends included (trimming is the caller's); every line break is \n.
 * - Danda: `|` or `৷` written straight after a Bengali word, with a space, quote, Bengali letter or the end following, is ।.
 *   A bar with a space before it stays: papers print it between two stamps.
 *
 * Latin letters, digits, addresses and code come back as they were, save for spaces. Idempotent; never throws;
 * time grows with length; the result is at most three times as long (NFC's own worst case).
 */
export function normalizeText(input: string): string {
  if (!NEEDS_WORK.test(input)) return input
  let text = normalizeOnce(input.toWellFormed())
  // Once is enough for writing. Heaps of marks from several scripts can fall into a new order when one of them goes.
  for (let passes = 1; passes < MAX_PASSES; passes++) {
    const again = normalizeOnce(text)
    if (again === text) break
    text = again
  }
  return text
}

/** One form for letters that are whole or in pieces (NFC, with thirty marks on a letter at most): for addresses, which are not text. */
export function composeLetters(text: string): string {
  return compose(text)
}

/** Letters as keyboards have them, small: what phones and fonts spell in full width, in circles or in one sign (NFKC). */
export function plainLetters(text: string): string {
  return text.replace(PILED_MARKS, '$1').normalize('NFKC').toLowerCase()
}

/** Whether any letter, sign or digit of the Bengali script is in the text; the danda alone is not Bengali. */
export function hasBengali(text: string): boolean {
  return BENGALI.test(text)
}

function normalizeOnce(text: string): string {
  const visible = text
    .replace(LINE_BREAK, '\n')
    .replace(TAGS, (found) => (found.length > 2 ? found : ''))
    .replace(INVISIBLE, '')
  // Composed twice: a joiner that goes may have stood between a letter and its accent.
  const joined = compose(visible).replace(JOINER_RUN, '$1').replace(JOINER, keepJoiner)
  const composed = compose(joined)
  const normalized = BENGALI.test(composed) ? compose(normalizeBengali(composed)) : composed
  return normalized.replace(SPACES, ' ')
}

function compose(text: string): string {
  return text.replace(PILED_MARKS, '$1').normalize('NFC')
}

/** A first, generous sieve: beside Bengali it leaves every joiner that touches a hasanta to `normalizeJoiners`. */
function keepJoiner(joiner: string, offset: number, text: string): string {
  const before = text.slice(Math.max(0, offset - 2), offset)
  const after = text.slice(offset + 1, offset + 3)
  const isKept =
    BENGALI.test(before.slice(-1)) || BENGALI.test(after.slice(0, 1))
      ? before.endsWith('\u09CD') || (/[\u09B0\u09F0\u09BC]$/.test(before) && after[0] === '\u09CD')
      : ENDS_IN_JOINING_SCRIPT.test(before) ||
        (joiner === '\u200D' && ENDS_IN_EMOJI.test(before) && STARTS_WITH_EMOJI.test(after))
  return isKept ? joiner : ''
}

function normalizeBengali(text: string): string {
  const normalized = text.replace(
    SYLLABLE,
    (_, base: string, signs: string, vowel: string, sign: string) =>
      vowel ? normalizeSigns(vowel, sign) : normalizeSigns(base, signs),
  )
  return normalizeJoiners(normalized.replace(REPEATED_HASANTA, '\u09CD')).replace(
    SENTENCE_BAR,
    '\u0964',
  )
}

/** Puts the signs after one letter in the order that is stored: nukta, vowel signs, candrabindu. */
function normalizeSigns(base: string, signs: string): string {
  let letter = base
  if (signs.includes(NUKTA)) letter = withNukta(base, signs.startsWith(NUKTA))
  const vowels = joinVowels(signs.replace(/[\u09BC\u0981]/g, ''), letter)
  const whole = SPLIT_LETTERS[letter + vowels.slice(0, 1)]
  const body = whole ? whole + vowels.slice(1) : letter + vowels
  return signs.includes(CANDRABINDU) ? body + CANDRABINDU : body
}

/** Scanned and hand-made text writes র as ব with a nukta; a nukta under র itself is a second dot nobody meant. */
function withNukta(base: string, isNextToIt: boolean): string {
  if (base === '\u09AC') return '\u09B0'
  if (base === '\u09B0') return base
  const canCarry = isNextToIt ? STARTS_WITH_CONSONANT.test(base) : NUKTA_LETTERS.includes(base)
  return canCarry && base ? base + NUKTA : base
}

function joinVowels(vowels: string, letter: string): string {
  if (vowels === '\u09D7' && letter !== '\u09CE' && STARTS_WITH_CONSONANT.test(letter))
    return '\u09CC'
  return vowels
    .replace(/\u09C7\u09BE|\u09BE\u09C7/g, '\u09CB')
    .replace(/\u09C7\u09D7|\u09D7\u09C7/g, '\u09CC')
}

function normalizeJoiners(text: string): string {
  return text
    .replace(STRAY_BEFORE_HASANTA, '')
    .replace(BEFORE_HASANTA, '\u200D')
    .replace(OLD_KHANDA_TA, '\u09CE')
    .replace(OLD_YA_PHALAA, '$1\u200D\u09CD')
    .replace(AFTER_HASANTA, '\u09CD\u200C')
    .replace(STRAY_AFTER_HASANTA, '\u09CD')
}
