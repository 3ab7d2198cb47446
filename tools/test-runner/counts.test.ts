import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countPlaywright, countVitest, sumCounts } from './counts'

let folder: string
let report: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dainik-counts-'))
  report = join(folder, 'report.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }

test('the counts are those of the runners’ reports', () => {
  writeFileSync(report, JSON.stringify(vitest))
  expect(countVitest(report, true)).toEqual({ passed: 5, failed: 0, skipped: 2 })

  writeFileSync(report, JSON.stringify(playwright))
  expect(countPlaywright(report, false)).toEqual({ passed: 4, failed: 1, skipped: 2 })
})

test('a runner that fails without a failed test counts as one failure', () => {
  writeFileSync(report, JSON.stringify(vitest))

  expect(countVitest(report, false)).toEqual({ passed: 5, failed: 1, skipped: 2 })
})

test('a runner without a report counts by its exit status', () => {
  expect(countVitest(report, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(countPlaywright(report, true)).toEqual({ passed: 1, failed: 0, skipped: 0 })
})

test('sums are sums', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }

  expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
