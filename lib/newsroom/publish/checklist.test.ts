import { describe, expect, test } from 'vitest'
import type { Picture } from '@/lib/content-model/article'
import type { Block } from '@/lib/content-model/body'
import { blankContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { type Checklist, type CheckName, checkNames } from '@/lib/paper/settings'
import { listBlockingFaults, runChecklist } from './checklist'

const every = (level: 'block' | 'warn' | 'off') =>
  Object.fromEntries(checkNames.map((name) => [name, level])) as Checklist
const only = (name: CheckName, level: 'block' | 'warn'): Checklist => ({
  ...every('off'),
  [name]: level,
})

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })
const picture: Picture = {
  id: 7,
  hash: 'abcdef',
  width: 900,
  height: 600,
  focalX: 0.5,
  focalY: 0.5,
  alt: 'নদীর পাড়',
  caption: null,
  credit: 'পরীক্ষা',
}
const whole: StoryContent = {
  ...blankContent('national'),
  headline: 'নদীভাঙনে ঘর হারাল দুই শ পরিবার',
  standfirst: 'এক রাতেই নদীতে গেছে গ্রামের অর্ধেক।',
  body: [paragraph('নদীর পানি বেড়ে গ্রামের ভেতরে ঢুকেছে। '.repeat(14))],
  contributorIds: [1],
  topicIds: [1],
  sourceId: 1,
  leadImageId: 7,
}

const linesOf = (change: Partial<StoryContent>, pictures = [picture]) =>
  runChecklist({ ...whole, ...change }, { pictures }, every('warn')).map(({ name, where }) => [
    name,
    where,
  ])

test('of a whole story there is nothing to say', () => {
  expect(linesOf({})).toEqual([])
})

describe('what is missing is said with its place', () => {
  test.each<[CheckName, Partial<StoryContent>, unknown]>([
    ['headlineLong', { headline: 'নদী '.repeat(16) }, { field: 'headline' }],
    ['noStandfirst', { standfirst: '' }, { field: 'standfirst' }],
    ['noByline', { contributorIds: [] }, { field: 'bylines' }],
    ['noTopic', { topicIds: [] }, { field: 'topics' }],
    ['noSource', { sourceId: null }, { field: 'source' }],
    ['noLeadPicture', { leadImageId: null }, { field: 'leadPicture' }],
    ['shortBody', { body: [paragraph('নদীর পানি বেড়েছে।')] }, { field: 'body' }],
    ['houseStyle', { standfirst: 'নদীর পানি বেড়েছে.' }, { field: 'standfirst' }],
    ['houseStyle', { body: [...whole.body, paragraph('দাম ১২0 টাকা।')] }, { block: 1 }],
  ])('%s', (name, change, where) => {
    expect(linesOf(change)).toEqual([[name, [where]]])
  })
})

test('pictures without credit or alt text are named, wherever they stand', () => {
  const bare = [
    { ...picture, credit: null },
    { ...picture, id: 8, alt: ' ' },
    { ...picture, id: 9, alt: '', credit: '' },
  ]

  const lines = linesOf({ body: [...whole.body, { kind: 'image', imageId: 8 }] }, bare)

  expect(lines).toEqual([
    ['missingCredit', [{ picture: 7, words: 'credit' }]],
    ['missingAlt', [{ picture: 8, words: 'alt' }]],
  ])
})

test('a headline is measured in letters as readers count them', () => {
  expect(linesOf({ headline: 'স্ত্রী'.repeat(45) })).toEqual([])
  expect(linesOf({ headline: 'স্ত্রী'.repeat(46) }).map(([name]) => name)).toEqual(['headlineLong'])
})

describe('the paper decides what a line weighs', () => {
  const bare = { ...whole, standfirst: '' }
  const faultsOf = (content: StoryContent, checklist: Checklist) =>
    listBlockingFaults(content, { pictures: [picture] }, checklist).map(({ name }) => name)

  test('what blocks keeps a story from its readers', () => {
    expect(faultsOf(bare, only('noStandfirst', 'block'))).toEqual(['noStandfirst'])
  })
  test('what warns does not', () => {
    expect(faultsOf(bare, only('noStandfirst', 'warn'))).toEqual([])
  })
  test('what is off is not even said', () => {
    expect(runChecklist(blankContent('national'), { pictures: [] }, every('off'))).toEqual([])
  })
  test('blanks do not pass for words', () => {
    const blank = { ...whole, standfirst: '  ' }

    expect(faultsOf(blank, only('noStandfirst', 'block'))).toEqual(['noStandfirst'])
  })
})
