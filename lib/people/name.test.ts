import { describe, expect, test } from 'vitest'
import { isAmong, type Named, rankNames } from './name'

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
].map((name, id): Named => ({ id, name }))
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
    ['a name that nobody has', 'কুড়িগ্রাম', []],
  ])('%s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('nothing typed: the newest, as many as asked for', () => {
    expect(found(' ')).toHaveLength(5)
    expect(found('').slice(0, 2)).toEqual(['Reuters', 'র‍্যাব'])
  })
})

test('a name differently spelt is the same name', () => {
  expect(isAmong('বাড়ী ভাড়া', names)).toBe(true)
  expect(isAmong('বাড়ি', names)).toBe(false)
})
