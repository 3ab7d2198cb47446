import { describe, expect, test } from 'vitest'
import { includesName, nearName, pageOfNames, rankNames, type TaxonomyName } from './taxonomy-name'

const names = [
  'ঢাকা বিশ্ববিদ্যালয়',
  'বাংলাদেশ–ভারত',
  'বিএনপি',
  'বাড়ি ভাড়া',
  'রাহনুমা শারমিন',
  'শারমিন আক্তার',
  'বার্তা ডেস্ক',
  'র‍্যাব',
  'Reuters',
].map((name, id): TaxonomyName => ({ id, name }))
const found = (typed: string) => rankNames(names, typed, 5).map(({ name }) => name)

describe('a name is found by what a writer types of it', () => {
  test.each([
    ['its beginning', 'রাহ', ['রাহনুমা শারমিন']],
    ['any of its words, first those that begin with it', 'শারমিন', ['শারমিন আক্তার', 'রাহনুমা শারমিন']],
    ['words in any order', 'শারমিন রাহ', ['রাহনুমা শারমিন']],
    ['another spelling', 'বাড়ী', ['বাড়ি ভাড়া']],
    ['no joiner', 'র্যাব', ['র‍্যাব']],
    ['Latin letters', 'sharmin', ['রাহনুমা শারমিন', 'শারমিন আক্তার']],
    ['initials', 'bnp', ['বিএনপি']],
    ['a Latin name', 'reu', ['Reuters']],
    ['its words written as one', 'বাড়িভাড়া', ['বাড়ি ভাড়া']],
    ['a name that nobody has', 'কুড়িগ্রাম', []],
  ])('%s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('nothing typed: the newest, as many as asked for', () => {
    expect(found(' ')).toHaveLength(5)
    expect(found('').slice(0, 2)).toEqual(['Reuters', 'র‍্যাব'])
  })
})

describe('a long list of names', () => {
  const many = Array.from(
    { length: 250 },
    (_, id): TaxonomyName => ({ id, name: `রহিম ${'ক'.repeat(id % 7)} ${id}` }),
  )
  function read(typed: string): { pages: number; ids: number[] } {
    const ids: number[] = []
    let after: number | null = null
    let pages = 0
    do {
      const page: { names: TaxonomyName[]; next: number | null } = pageOfNames(
        many,
        typed,
        after,
        100,
      )
      ids.push(...page.names.map(({ id }) => id))
      after = page.next
      pages += 1
    } while (after !== null)
    return { pages, ids }
  }

  test.each(['', 'রহিম', 'rahim'])('typed “%s” is read to its end, each name once', (typed) => {
    const { pages, ids } = read(typed)

    expect(pages).toBe(3)
    expect(ids.toSorted((a, b) => a - b)).toEqual(many.map(({ id }) => id))
  })

  test('goes on from the start when the name it ended with is no more', () => {
    const { names: first } = pageOfNames(many, 'রহিম', null, 100)

    expect(pageOfNames(many, 'রহিম', 4_040, 100).names).toEqual(first)
  })
})

test('a name differently spelt is the same name', () => {
  expect(includesName('বাড়ী ভাড়া', names)).toBe(true)
  expect(includesName('বাড়ি', names)).toBe(false)
})

describe('a name that is there already in a slightly other spelling', () => {
  const topics = ['নদীভাঙন', 'রাশিয়া', 'নির্বাচন কমিশন', 'সড়ক দুর্ঘটনা'].map((name, id) => ({ id, name }))

  test.each([
    ['words written apart', 'নদী ভাঙন', 'নদীভাঙন'],
    ['words written as one', 'নির্বাচনকমিশন', 'নির্বাচন কমিশন'],
    ['a letter too few', 'সড়ক দুর্ঘটন', 'সড়ক দুর্ঘটনা'],
    ['another letter', 'নির্বাচন কমিসন', 'নির্বাচন কমিশন'],
    ['another name', 'নদীশাসন', undefined],
    ['a short name of which one letter makes another', 'রাশি', undefined],
  ])('%s', (_, typed, expected) => {
    expect(nearName(typed, topics)?.name).toBe(expected)
  })
})
