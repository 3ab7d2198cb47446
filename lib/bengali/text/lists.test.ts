import { expect, test } from 'vitest'
import { joinList } from './lists'

test.each([
  [[], ''],
  [['ঢাকা'], 'ঢাকা'],
  [['ঢাকা', 'সিলেট'], 'ঢাকা ও সিলেট'],
  [['ঢাকা', 'চট্টগ্রাম', 'সিলেট'], 'ঢাকা, চট্টগ্রাম ও সিলেট'],
  [['ক', 'খ', 'গ', 'ঘ'], 'ক, খ, গ ও ঘ'],
])('%j is read out as %j', (items, sentence) => {
  expect(joinList(items)).toBe(sentence)
})
