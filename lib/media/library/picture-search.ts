import { searchWords } from '@/lib/bengali/search/search-key'
import {
  lexemeOf,
  phoneticKeysOf,
  phoneticKeysOfQuery,
  quoteLexeme,
} from '@/lib/search-index/search-words'

type PictureTexts = { alt: string; caption: string | null; credit: string | null }

const longestWord = 60
const truncateWord = (word: string) => [...word].slice(0, longestWord).join('')

/** All by which a picture is found: its words as written, their stems, how they sound. */
export function lexemesOfPicture({ alt, caption, credit }: PictureTexts): string[] {
  const words = [...new Set(searchWords([alt, caption, credit].filter(Boolean).join(' ')))]
  const lexemes = words.flatMap((word) => [
    truncateWord(word),
    lexemeOf(word),
    ...phoneticKeysOf(word),
  ])
  return [...new Set(lexemes)].filter(Boolean)
}

/**
 * The database's query for what was typed: pictures that have every word, or one that begins so, in whichever form, or
 * that sounds like it when it was typed in Latin letters. Null when nothing was typed.
 */
export function pictureQuery(typed: string): string | null {
  const words = [...new Set(searchWords(typed))]
  if (words.length === 0) return null
  return words
    .map((word) => {
      const prefix = `${quoteLexeme(truncateWord(word))}:*`
      const forms = [lexemeOf(word), ...phoneticKeysOfQuery(word)].filter(Boolean)
      return `(${[prefix, ...new Set(forms.map(quoteLexeme))].join(' | ')})`
    })
    .join(' & ')
}
