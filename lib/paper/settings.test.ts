import { describe, expect, test } from 'vitest'
import { checkNames, readPaperSettings } from './settings'

const defaults = readPaperSettings({})

describe('what a paper decided is read whole, whatever stands in the column', () => {
  test('a paper that decided nothing has a line for every check, and asks nobody for a code', () => {
    expect(Object.keys(defaults.checklist).toSorted()).toEqual(checkNames.toSorted())
    expect(defaults.twoStep).toBe('nobody')
  })

  test.each([
    [null],
    [undefined],
    ['x'],
    [[]],
    [{ checklist: 'x' }],
    [{ checklist: null, twoStep: 7 }],
  ])('%j is as usual', (column) => {
    expect(readPaperSettings(column)).toEqual(defaults)
  })

  test('a line stands, one that says nothing known is as usual, and the others stay', () => {
    const column = { checklist: { noByline: 'block', noTopic: 'sometimes' }, twoStep: 'editors' }

    expect(readPaperSettings(column)).toEqual({
      twoStep: 'editors',
      twoStepFrom: null,
      checklist: { ...defaults.checklist, noByline: 'block' },
      aiCrawlers: 'open',
    })
  })
})
