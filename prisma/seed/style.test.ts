import { expect, test } from 'vitest'
import { checkStyle } from '../../lib/bengali/house-style/house-style'
import { normalizeText } from '../../lib/bengali/text/normalize'
import { blockText } from '../../lib/content-model/body'
import messages from '../../messages/bn.json'
import { toBody } from './body'
import { pages } from './pages'
import { stories } from './stories'
import type { SeedBlock } from './types'

// A speaker's name is spelt as its owner does; a numbered step ends its number with a stop.
const allowed = [/রানী/, /^(?:এক|দুই|তিন)\./]

type Words = { [name: string]: string | Words }

/** Every text of the messages, however deep it stands. */
const wordsOf = (words: Words): string[] =>
  Object.values(words).flatMap((each) => (typeof each === 'string' ? [each] : wordsOf(each)))

const blocks = (body: SeedBlock[]) => toBody(body, () => 1)

const paragraphs = [...stories, ...pages].flatMap(({ body }) =>
  blocks(body)
    .filter((block) => block.kind === 'paragraph')
    .map(blockText),
)
const lines = [
  ...stories.flatMap((story) => [
    story.headline,
    story.kicker ?? '',
    story.standfirst ?? '',
    story.correction?.note ?? '',
    ...blocks(story.body)
      .filter((block) => block.kind !== 'paragraph')
      .map(blockText),
  ]),
  ...wordsOf(messages),
]

const faults = (text: string) =>
  checkStyle(text)
    .map((finding) => ({
      ...finding,
      words: text.slice(Math.max(0, finding.start - 4), finding.end + 12),
    }))
    .filter(({ words }) => !allowed.some((pattern) => pattern.test(words)))

test('the sample paper keeps the house style', () => {
  expect(paragraphs.flatMap(faults)).toEqual([])
})

test('headlines, tables and interface words keep it too, though they end without a danda', () => {
  const found = lines.flatMap(faults).filter(({ rule }) => rule !== 'missing-danda')

  expect(found).toEqual([])
})

test('what the sample paper stores has nothing left for text normalization to mend', () => {
  const mended = [...paragraphs, ...lines].filter(
    (text) => normalizeText(text) !== text.normalize('NFC'),
  )

  expect(mended).toEqual([])
})
