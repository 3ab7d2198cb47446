import lexicon from './words.json' with { type: 'json' }

/**
 * The form in which search compares words: what a reader cannot see, or does not care about, is
 * folded away. The same key is made of the text and of the query. Never shown and never stored as
 * text: it drops, for one, the ZWJ that tells র‍্যাব from a reph.
 *
 * Which letters may be folded was decided by running each fold over the 110,000 headwords of
 * hunspell-bn and the words of 123 news stories, and reading the pairs it merged.
 */

const CHAR = String.raw`[\p{L}\p{M}\p{N}]`
const START = `(?<!${CHAR})`
const END = `(?!${CHAR})`

/** A number with its decimal point, or a word. A mark with no letter before it is not a word. */
const WORDS = /\p{N}+(?:\.\p{N}+)+[\p{L}\p{M}\p{N}]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/**
 * Letters, marks, digits and joiners without a break, beyond what any word has. Only their first ones are compared: the
 * rules below look around in a word, so one of a million letters would take them hours.
 */
const ENDLESS_WORD =
  /(?<![\p{L}\p{M}\p{N}\p{Cf}])([\p{L}\p{M}\p{N}\p{Cf}]{200})[\p{L}\p{M}\p{N}\p{Cf}]+/gu

/** Nukta, vowel signs and hasanta, more than one after a letter. */
const SIGNS = /[\u09bc\u09be-\u09c4\u09c7\u09c8\u09cb-\u09cd\u09d7]{2,}/g

/**
 * ণ goes to ন (ধরণ/ধরন, ঘণ্টা/ঘন্টা, রাণী/রানী waver in print), save in these: with ন each is
 * another common word, কোন "which", মন "mind", পুরান "old", করুন "please do", বিনা "without".
 */
const KEEPS_NA = /^(?:কোণ|মণ|পুরাণ|করুণ|বিণা)(?:ের|ে|র|য়|কে|টি|টির|টিতে|গুলো|গুলোর|গুলি|গুলির|ও|ই)?$/u

/**
 * Two spellings of one word, found at the start of a word. শ, ষ and স are not folded as letters:
 * that merges আশা/আসা, ভাষা/ভাসা, শব/সব, বিষ/বিশ, and সাকিব with শাকিব, who is somebody else.
 */
const SAME_WORD = new Map(
  Object.entries(lexicon.sameWord).map((pair) => pair.map(foldLetters) as [string, string]),
)
const SAME_WORD_START = new RegExp(`${START}(?:${[...SAME_WORD.keys()].join('|')})`, 'gu')

/** -ও written as a letter or as a sign: আরও/আরো. Not in general: কালও "tomorrow too", কালো "black". */
const LETTER_O = new RegExp(`${START}(আর|কোন|এখন|তখন|কখন|যখন|কার|আবার|আজ)ও${END}`, 'gu')

/** A last ো that some write and some do not. Not হলো/হল or কালো/কাল, where both are words. */
const SILENT_O = new RegExp(`${START}(ভাল|মত|ছোট|বড়|এত|কত|তত|যত)ো${END}`, 'gu')

/** The same in verbs: করবো/করব, বললো/বলল, করেছিলো/করেছিল. Two consonants before -লো, so not হলো. */
const VERB_O = new RegExp(
  String.raw`(?<=\p{L}[\u09be-\u09cc\u09bc]*)ব\u09cb${END}|(?<=\p{L}[\u0995-\u09b9])ল\u09cb${END}|(?<=ছি)ল\u09cb${END}`,
  'gu',
)

/** Puts the nukta next to its letter and takes a sign typed twice for one. */
function normalizeSigns(signs: string): string {
  const nukta = signs.includes('\u09bc') ? '\u09bc' : ''
  return (nukta + signs.replaceAll('\u09bc', '').replace(/(.)\1+/g, '$1')).normalize('NFC')
}

/** Letter by letter, with no regard to the word they stand in. */
function foldLetters(text: string): string {
  return (
    text
      .replace(ENDLESS_WORD, '$1')
      // Accents of Latin letters go with them: Beyoncé is typed Beyonce.
      .normalize('NFD')
      .replace(/[\u0300-\u036f]|\p{Cf}|[\u0981\u09fe]/gu, '')
      .toLowerCase()
      .normalize('NFC')
      .replace(/\u0307/gu, '')
      .replaceAll('ী', 'ি')
      .replaceAll('ূ', 'ু')
      .replaceAll('ঈ', 'ই')
      .replaceAll('ঊ', 'উ')
      .replaceAll('\u09f0', 'র')
      .replaceAll('\u09f1', 'ব')
      .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
      // Slips that look right: a nukta after the vowel sign, a sign typed twice, আ as অ + া.
      .replace(SIGNS, normalizeSigns)
      .replaceAll('অা', 'আ')
      // ৎ, and the ত্ that stands for it, is ত: বিদ্যুৎ must meet বিদ্যুতের. True conjuncts stay.
      .replaceAll('ৎ', 'ত')
      .replace(/ত\u09cd(?![তথনবমযর])/g, 'ত')
      // ঙ্গ and ংগ, ব্যাঙ্ক and ব্যাংক, রঙ and রং, বাঙালি and বাঙ্গালি.
      .replace(/ঙ\u09cd(?=[ক-ঘ])/g, 'ং')
      .replace(/ঙ(?=[\u09be\u09bf\u09c1\u09cb])/g, 'ংগ')
      .replace(/ঙ\u09cd?/g, 'ং')
      // Loan words are written with either: ষ্টেশন/স্টেশন, পরিষ্কার/পরিস্কার.
      .replace(/ষ(?=\u09cd[টকপ])/g, 'স')
      .replace(/[\p{L}\p{M}]*ণ[\p{L}\p{M}]*/gu, (word) =>
        KEEPS_NA.test(word) ? word : word.replaceAll('ণ', 'ন'),
      )
      // A hasanta or visarga that ends a word is a habit of the writer: লন্ডন্, ক্রমশঃ, মোঃ.
      .replace(/[\u0983\u09cd]+(?![\p{L}\p{M}\p{N}])/gu, '')
  )
}

/**
 * The key of a text or of a query: its words, folded, with one space between them.
 * Making the key of a key changes nothing.
 */
export function searchKey(text: string): string {
  const folded = foldLetters(text)
    // An apostrophe inside a word is no gap (দু’জন), and 12,34,567 is one number.
    .replace(/(?<=[\p{L}\p{M}\p{N}])['’‘ʼ](?=[\p{L}\p{N}])/gu, '')
    .replace(/(?<![\d.,])\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d,])/g, (number) =>
      number.replaceAll(',', ''),
    )
    .match(WORDS)
  return (folded ?? [])
    .join(' ')
    .replace(SAME_WORD_START, (word) => SAME_WORD.get(word) ?? word)
    .replace(LETTER_O, '$1ো')
    .replace(SILENT_O, '$1')
    .replace(VERB_O, (ending) => ending.slice(0, 1))
}

/** The words of a text, as keys. Hyphen, slash, danda and other punctuation part them; ৭.৫ is one. */
export function searchWords(text: string): string[] {
  const key = searchKey(text)
  return key === '' ? [] : key.split(' ')
}
