import { describe, expect, test } from 'vitest'
import { type Figure, figuresTable, isOver } from './figures'

describe('a figure is held to its limit', () => {
  test.each<[string, Partial<Figure>, boolean]>([
    ['no limit, nothing to be over', { value: 1e9 }, false],
    ['at most, and on it', { value: 6, limit: { most: 6 } }, false],
    ['at most, and above', { value: 6.01, limit: { most: 6 } }, true],
    ['at least, and on it', { value: 0.5, limit: { least: 0.5 } }, false],
    ['at least, and below', { value: 0.49, limit: { least: 0.5 } }, true],
    ['a figure that could not be had', { value: Number.NaN, limit: { most: 6 } }, true],
    [
      'by the ratio, whatever the value',
      { value: 900, beside: { name: 'nginx', value: 1000 }, limit: { least: 0.9 } },
      false,
    ],
    [
      'by the ratio, and above',
      { value: 16, beside: { name: '1,000', value: 10 }, limit: { most: 1.5 } },
      true,
    ],
    [
      'beside nothing',
      { value: 16, beside: { name: '1,000', value: Number.NaN }, limit: { most: 1.5 } },
      true,
    ],
  ])('%s', (_, figure, expected) => {
    expect(isOver({ name: 'x', value: 0, ...figure })).toBe(expected)
  })
})

test('the table names what is over, with the ratio that decides', () => {
  const table = figuresTable('cached', [
    {
      name: 'app',
      value: 40_000,
      unit: '/s',
      beside: { name: 'nginx', value: 100_000 },
      limit: { least: 0.5 },
    },
    { name: 'statements', value: 5, limit: { most: 6 } },
    { name: 'p99', value: 1.234, unit: 'ms' },
  ])

  expect(table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))).toEqual([
    ['', 'cached', 'measured', 'ratio', 'limit', '', ''],
    ['', '----------', '--------:', '-----------:', '----:', '---:', ''],
    ['', 'app', '40,000 /s', '0.40 × nginx', '≥ 0.5', 'OVER', ''],
    ['', 'statements', '5', '0.83 × limit', '≤ 6', '', ''],
    ['', 'p99', '1.23 ms', '', '', '', ''],
  ])
})
