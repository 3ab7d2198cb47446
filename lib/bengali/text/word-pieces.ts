const words = new Intl.Segmenter('bn', { granularity: 'word' })

/**
 * The text in pieces that are never torn when it is compared: a word with its conjuncts, vowel signs and joiners
 * (র‍্যাব, সেট্‌স), a number (৭.৫), a sign, the blank between two words. Together they are the text.
 */
export const wordPieces = (text: string): string[] =>
  Array.from(words.segment(text), ({ segment }) => segment)
