import { searchWords } from '../../lib/bengali/search/search-key'
import { listWords } from '../../lib/bengali/text/shorten'
import { blockText } from '../../lib/content-model/body'
import { lexemeOf, quoteLexeme, searchRowOf } from '../../lib/search-index/search-words'
import { stories, toBody } from '../../prisma/seed/sample-paper'
import type { Random } from './seeded-random'

/** Words of the sample paper by number: a story's are put together by counting, not by comparing letters. */
const vocabulary: string[] = []
const numbers = new Map<string, number>()

function numberOf(lexeme: string): number {
  const known = numbers.get(lexeme)
  if (known !== undefined) return known
  vocabulary.push(lexeme)
  numbers.set(lexeme, vocabulary.length - 1)
  return vocabulary.length - 1
}

/** A paragraph of the sample paper with what the generator would compute of it again and again. */
type Paragraph = { json: string; wordCount: number; lexemes: number[] }
type Headline = {
  text: string
  standfirst: string | null
  kicker: string | null
  key: string
  top: string
  lexemes: number[]
}

const headlines: Headline[] = stories.map(({ headline, standfirst = null, kicker = null }) => {
  const text = headline.normalize('NFC')
  const words = searchRowOf({ headline: text, standfirst, kicker, body: [] })
  const lexemes = [...words.words.matchAll(/'(?:[^']|'')*'/g)].map(([lexeme]) => numberOf(lexeme))
  return { text, standfirst, kicker, key: words.headline, top: words.top, lexemes }
})

const paragraphs: Paragraph[] = stories
  .flatMap((story) => toBody(story.body, () => 1))
  .filter((block) => block.kind === 'paragraph')
  .map((block) => {
    const text = blockText(block)
    const lexemes = searchWords(text).map((word) => numberOf(quoteLexeme(lexemeOf(word))))
    return {
      json: JSON.stringify(block).normalize('NFC'),
      wordCount: listWords(text).length,
      lexemes: [...new Set(lexemes)],
    }
  })

// In which story each word of the vocabulary was last seen.
const seenIn = new Int32Array(vocabulary.length)
let story = 0

/** Each word once. */
function joinOnce(runs: number[][]): string {
  story += 1
  const found: string[] = []
  for (const run of runs) {
    for (const number of run) {
      if (seenIn[number] === story) continue
      seenIn[number] = story
      found.push(vocabulary[number] ?? '')
    }
  }
  return found.join(' ')
}

/** A story's texts, made of the sample paper's headlines and paragraphs. */
export type SyntheticStory = {
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

export function syntheticStory(random: Random, id: number): SyntheticStory {
  const headline = random.pick(headlines)
  const body = Array.from({ length: paragraphCount(random) }, () => random.pick(paragraphs))
  const words = joinOnce([headline.lexemes, ...body.map((paragraph) => paragraph.lexemes)])
  return {
    // The number makes headlines differ, as a paper's do.
    headline: `${headline.text} (${id})`,
    kicker: headline.kicker,
    standfirst: headline.standfirst,
    bodyJson: `[${body.map((paragraph) => paragraph.json).join(',')}]`,
    wordCount: body.reduce((sum, paragraph) => sum + paragraph.wordCount, 0),
    search: { headline: headline.key, top: headline.top, words },
  }
}
