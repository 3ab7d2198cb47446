import { type Body, blockText } from '../lib/articles/body'
import { searchWords } from '../lib/bengali/search-key'
import { listWords } from '../lib/bengali/shorten'
import { lexemeOf, quoteLexeme, wordsOf } from '../lib/search/search-words'
import { toBody } from '../prisma/seed/body'
import { stories } from '../prisma/seed/stories'
import type { Random } from './random'

/** A paragraph of the sample paper with what the generator would compute of it again and again. */
type Paragraph = { json: string; wordCount: number; lexemes: string[] }
type Headline = {
  text: string
  standfirst: string | null
  kicker: string | null
  key: string
  top: string
  lexemes: string[]
}

const headlines: Headline[] = stories.map(({ headline, standfirst = null, kicker = null }) => {
  const text = headline.normalize('NFC')
  const words = wordsOf({ headline: text, standfirst, kicker, body: [] })
  const lexemes = [...words.words.matchAll(/'(?:[^']|'')*'/g)].map(([lexeme]) => lexeme)
  return { text, standfirst, kicker, key: words.headline, top: words.top, lexemes }
})

const paragraphs: Paragraph[] = stories
  .flatMap((story): Body => toBody(story.body, () => 1))
  .filter((block) => block.kind === 'paragraph')
  .map((block) => {
    const text = blockText(block)
    return {
      json: JSON.stringify(block).normalize('NFC'),
      wordCount: listWords(text).length,
      lexemes: [...new Set(searchWords(text).map((word) => quoteLexeme(lexemeOf(word))))],
    }
  })

/** A story's texts, made of the sample paper's headlines and paragraphs. */
export type PlausibleStory = {
  headline: string
  kicker: string | null
  standfirst: string | null
  bodyJson: string
  wordCount: number
  search: { headline: string; top: string; words: string }
}

// Most stories are short; one in fifty is a long read.
const paragraphCount = (random: Random) =>
  random.next() < 0.02 ? 18 : 3 + Math.floor(random.next() ** 2 * 7)

export function plausibleStory(random: Random, id: number): PlausibleStory {
  const headline = random.pick(headlines)
  const body = Array.from({ length: paragraphCount(random) }, () => random.pick(paragraphs))
  const lexemes = new Set([...headline.lexemes, ...body.flatMap((paragraph) => paragraph.lexemes)])
  return {
    // The number makes headlines differ, as a paper's do.
    headline: `${headline.text} (${id})`,
    kicker: headline.kicker,
    standfirst: headline.standfirst,
    bodyJson: `[${body.map((paragraph) => paragraph.json).join(',')}]`,
    wordCount: body.reduce((sum, paragraph) => sum + paragraph.wordCount, 0),
    search: { headline: headline.key, top: headline.top, words: [...lexemes].join(' ') },
  }
}
