import { describe, expect, test } from 'vitest'
import {
  blockSlot,
  clearSlot,
  decodeChoice,
  encodeChoice,
  pinAt,
  pinStory,
  setPinEnd,
  slotOf,
} from './draft'
import { emptyChoice, type FrontChoice } from './front'
import { choiceInput } from './input'

const end = new Date('2026-03-26T06:00:00Z')
const choice: FrontChoice = {
  pins: [
    { place: 0, id: 1, until: end },
    { place: 2, id: 3, until: null },
  ],
  blocks: [{ category: 'sports', id: 7, until: null }],
  breaking: { text: 'র‍্যাব “ধরেছে”', id: 1, until: end },
}

describe('a story is put into a slot', () => {
  test('that the page filled itself', () => {
    expect(pinAt(pinStory(choice, 'top:1', 9), 'top:1')).toEqual({ id: 9, until: null })
  })

  test('in place of another, which leaves the page’s places', () => {
    const placed = pinStory(choice, 'top:0', 9)

    expect([pinAt(placed, 'top:0')?.id, slotOf(placed, 1)]).toEqual([9, null])
  })

  test('from another slot, and keeps its end', () => {
    const placed = pinStory(choice, 'top:1', 1)

    expect([pinAt(placed, 'top:1'), pinAt(placed, 'top:0')]).toEqual([{ id: 1, until: end }, null])
  })

  test('in exchange with what stood there', () => {
    const placed = pinStory(choice, 'top:2', 1)

    expect([pinAt(placed, 'top:0')?.id, pinAt(placed, 'top:2')?.id]).toEqual([3, 1])
  })

  test('from a block, which does not get what stood there', () => {
    const placed = pinStory(choice, 'top:0', 7)

    expect([pinAt(placed, 'top:0')?.id, pinAt(placed, blockSlot('sports'))]).toEqual([7, null])
  })

  test('where it is, and nothing changes', () => {
    expect(pinStory(choice, 'top:0', 1)).toBe(choice)
  })
})

test('a slot is freed, or ends at another time', () => {
  expect(pinAt(clearSlot(choice, blockSlot('sports')), blockSlot('sports'))).toBeNull()
  expect(pinAt(setPinEnd(choice, 'top:2', end), 'top:2')).toEqual({ id: 3, until: end })
  expect(setPinEnd(emptyChoice, 'top:2', end)).toEqual(emptyChoice)
})

describe('an address carries a choice', () => {
  test('whole, in letters that need no escape', () => {
    const encoded = encodeChoice(choice)

    expect(encoded).toMatch(/^[\w-]+$/)
    expect(choiceInput.parse(decodeChoice(encoded))).toEqual(choice)
  })

  test.each(['', '!', 'abc', 'খবর', btoa('[]'), btoa('{"pins":1}')])(
    'and nothing else: %s',
    (encoded) => {
      expect(choiceInput.safeParse(decodeChoice(encoded)).success).toBe(false)
    },
  )
})
