import { describe, expect, test } from 'vitest'
import { hasBengali } from '@/lib/bengali/text/normalize'
import messages from '@/messages/bn.json'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, above: string[] = []): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[[...above, key].join('.'), value] as [string, string]]
      : flatten(value, [...above, key]),
  )
const all = flatten(messages)

// Nothing but what is put in: a name, a title.
const withoutWords = ['list.author', 'site.titled']

describe('every word of the interface is Bengali', () => {
  const worded = all.filter(([key]) => !withoutWords.includes(key))

  test.each(worded)('%s has a Bengali letter', (_, text) => {
    expect(hasBengali(text)).toBe(true)
  })

  test.each(worded)('%s has no Latin letter outside its places', (_, text) => {
    expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/\p{Script=Latin}/u)
  })

  test('the messages without words are still there and still without', () => {
    const found = all.filter(([key]) => withoutWords.includes(key))

    expect(found.map(([key]) => key).toSorted()).toEqual(withoutWords.toSorted())
    expect(found.filter(([, text]) => hasBengali(text))).toEqual([])
  })

  test('all messages are stored as the paper stores text', () => {
    expect(all.filter(([, text]) => text !== text.normalize('NFC').trim())).toEqual([])
  })
})
