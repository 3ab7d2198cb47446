import { describe, expect, test } from 'vitest'
import { type Figure, figure, figuresTable, isOver } from './figures'

describe('a figure is held to its limit', () => {
  test.each<[string, Partial<Figure>, boolean]>([
    ['no limit', { value: 1e9 }, false],
    ['at most, and on it', { value: 6, limit: { most: 6 } }, false],
    ['at most, and above', { value: 6.01, limit: { most: 6 } }, true],
    ['at least, and on it', { value: 0.5, limit: { least: 0.5 } }, false],
    ['at least, and below', { value: 0.49, limit: { least: 0.5 } }, true],
    ['a figure that could not be measured', { value: Number.NaN, limit: { most: 6 } }, true],
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
  ])('%s', (_, given, expected) => {
    expect(isOver({ ...figure('x', 0), ...given })).toBe(expected)
  })
})

test('the table names what is over, with the ratio that decides', () => {
  const table = figuresTable('cached', [
    {
      ...figure('app', 40_000, '/s', { least: 0.5 }),
      beside: { name: 'nginx', value: 100_000 },
    },
    figure('statements', 5, '', { most: 6 }),
    figure('p99', 1.234, 'ms'),
  ])

  expect(table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))).toEqual([
    ['', 'cached', 'measured', 'ratio', 'limit', '', ''],
    ['', '----------', '--------:', '-----------:', '----:', '---:', ''],
    ['', 'app', '40,000 /s', '0.40 × nginx', '≥ 0.5', 'OVER', ''],
    ['', 'statements', '5', '0.83 × limit', '≤ 6', '', ''],
    ['', 'p99', '1.23 ms', '', '', '', ''],
  ])
})
