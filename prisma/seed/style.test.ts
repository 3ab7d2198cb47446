import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkStyle } from '../../lib/bengali/house-style/house-style'
import { normalizeText } from '../../lib/bengali/text/normalize'
import { blockText } from '../../lib/content-model/body'
import messages from '../../messages/bn.json'
import { pages, stories, toBody } from './sample-paper'

// A speaker's name is spelt as its owner does; a numbered step ends its number with a stop.
const allowed = [/রানী/, /^(?:এক|দুই|তিন)\./]

/** Every text of a data file. */
const textsOf = (data: unknown): string[] =>
  typeof data === 'string' ? [data] : Object.values(data ?? {}).flatMap(textsOf)

const blocks = [...stories, ...pages].flatMap(({ body }) => toBody(body, () => 1))
const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').map(blockText)
const lines = [
  ...stories.flatMap(({ headline, kicker, standfirst, correction }) => [
    headline,
    kicker ?? '',
    standfirst ?? '',
    correction?.note ?? '',
  ]),
  ...blocks.filter(({ kind }) => kind !== 'paragraph').map(blockText),
  ...textsOf(messages),
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

test('text normalization has nothing to change in the texts of the data files and messages', () => {
  const folder = import.meta.dirname
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => textsOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))))

  expect(texts.length).toBeGreaterThan(1_000)
  expect(
    [...texts, ...textsOf(messages)].filter(
      (text) => normalizeText(text) !== text.normalize('NFC'),
    ),
  ).toEqual([])
})
