import { describe, expect, test } from 'vitest'
import { parseCliCommand, readStoryNumber, usage } from './parse-cli-command'

describe('a command is read as it was typed', () => {
  test.each([
    [['publish', '12'], { name: 'publish', words: ['12'], options: {} }],
    [
      ['withdraw', '12', '--reason', 'ভুল তথ্য'],
      { name: 'withdraw', words: ['12'], options: { reason: 'ভুল তথ্য' } },
    ],
    [
      ['note', '--kind=update', '--note=নতুন তথ্য', '12'],
      { name: 'note', words: ['12'], options: { kind: 'update', note: 'নতুন তথ্য' } },
    ],
    [
      ['headline', '12', '--', '-৫ ডিগ্রি'],
      { name: 'headline', words: ['12', '-৫ ডিগ্রি'], options: {} },
    ],
    [['front', '12', '5', '9'], { name: 'front', words: ['12', '5', '9'], options: {} }],
    [['front'], { name: 'front', words: [], options: {} }],
  ])('%j', (args, command) => {
    expect(parseCliCommand(args)).toEqual(command)
  })

  test.each([
    ['nothing', []],
    ['an unknown command', ['destroy', '12']],
    ['the name of something every object has', ['toString']],
    ['a number missing', ['publish']],
    ['a word too many', ['publish', '12', '13']],
    ['an option missing', ['withdraw', '12']],
    ['an option without its value', ['withdraw', '12', '--reason']],
    ['an option of another command', ['publish', '12', '--reason', 'ভুল']],
  ])('but not %s', (_, args) => {
    expect(parseCliCommand(args)).toBeNull()
  })
})

test('every command stands in the usage', () => {
  expect(usage).toContain('withdraw NUMBER --reason "…"')
  expect(usage).toContain('rename-category CATEGORY [--name "…"] [--slug NEW-SLUG]')
})

test.each([
  ['12', 12],
  ['১২', 12],
  ['১2', 12],
  ['-1', 0],
  ['1.5', 0],
  ['', 0],
  [undefined, 0],
])('the story number %s is %s', (word, number) => {
  expect(readStoryNumber(word)).toBe(number)
})
