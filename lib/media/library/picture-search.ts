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

/** The search words of a picture: words as written, stems, phonetic keys. */
export function lexemesOfPicture({ alt, caption, credit }: PictureTexts): string[] {
  const words = [...new Set(searchWords([alt, caption, credit].filter(Boolean).join(' ')))]
  const lexemes = words.flatMap((word) => [
    truncateWord(word),
    lexemeOf(word),
    ...phoneticKeysOf(word),
  ])
  return [...new Set(lexemes)].filter(Boolean)
}

/** The tsquery of a search: every word as a prefix, by its stem, or by its sound if typed in Latin. Null without words. */
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
