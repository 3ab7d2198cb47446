import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '@/lib/content-model/body'
import { blankContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import {
  type ComparisonRow,
  chosenContent,
  compareContents,
  isTooDifferent,
} from './compare-contents'

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })
const saying = (...texts: string[]): StoryContent => ({
  ...blankContent('dhaka'),
  body: texts.map(paragraph),
})
const textOf = (block: Block | null) =>
  block?.kind === 'paragraph' ? block.content.map((run) => run.text).join('') : null
const pairs = (rows: ComparisonRow[]) =>
  rows.flatMap((row) => (row.part === 'block' ? [[textOf(row.one), textOf(row.other)]] : []))

describe('two texts', () => {
  test('stand paragraph beside paragraph, what was rewritten beside what it was', () => {
    const one = saying('একই কথা।', 'নদীর পানি আজ বাড়ছে।', 'শেষ কথা।')
    const other = saying('একই কথা।', 'একেবারে নতুন কিছু।', 'নদীর পানি আজ কমছে।', 'শেষ কথা।')

    expect(pairs(compareContents(one, other))).toEqual([
      ['একই কথা।', 'একই কথা।'],
      [null, 'একেবারে নতুন কিছু।'],
      ['নদীর পানি আজ বাড়ছে।', 'নদীর পানি আজ কমছে।'],
      ['শেষ কথা।', 'শেষ কথা।'],
    ])
  })

  test('of which nearly everything changed are told whole, old before new, without being matched', () => {
    const texts = (word: string) => Array.from({ length: 900 }, (_, at) => `${word} ${at}`)

    const rows = compareContents(saying(...texts('আগে')), saying(...texts('পরে')))

    expect(isTooDifferent(rows)).toBe(true)
    expect(pairs(rows).slice(898, 902)).toEqual([
      ['আগে 898', null],
      ['আগে 899', null],
      [null, 'পরে 0'],
      [null, 'পরে 1'],
    ])
  })

  test('differ only where they do, whatever order the database keeps fields in', () => {
    const one: StoryContent = {
      ...saying(),
      body: [{ kind: 'quote', content: [{ text: 'কথা', bold: true }], speaker: 'কেউ' }],
    }
    const other: StoryContent = {
      ...saying(),
      headline: 'নতুন',
      body: [{ speaker: 'কেউ', content: [{ bold: true, text: 'কথা' }], kind: 'quote' }],
    }

    const differing = compareContents(one, other).filter((row) => !row.isSame)

    expect(differing).toMatchObject([{ part: 'headline', one: '', other: 'নতুন' }])
  })

  test('can both stay', () => {
    const one = { ...saying('এক।'), headline: 'এক', contributorIds: [1, 2], leadImageId: 7 }
    const other = { ...saying('এক দুই।'), headline: 'দুই', contributorIds: [2, 3], leadImageId: 8 }

    const chosen = chosenContent(compareContents(one, other), () => 'both')

    expect(chosen).toMatchObject({ headline: 'এক দুই', contributorIds: [1, 2, 3], leadImageId: 7 })
    expect(chosen.body).toEqual([paragraph('এক।'), paragraph('এক দুই।')])
  })

  test('come back whole, each, to the letter', () => {
    const texts = fc.array(
      fc
        .array(fc.constantFrom('পানি', 'নদী', 'আজ', 'কথা', 'র‍্যাব'), { maxLength: 5 })
        .map((all) => all.join(' ')),
      { maxLength: 8 },
    )

    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const [one, other] = [saying(...left), saying(...right)]
        const rows = compareContents(one, other)

        expect(chosenContent(rows, () => 'one')).toEqual(one)
        expect(chosenContent(rows, () => 'other')).toEqual(other)
      }),
    )
  })
})
