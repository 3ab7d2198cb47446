import { readFileSync } from 'node:fs'

export type Counts = { passed: number; failed: number; skipped: number }

/** The parts we read of vitest's JSON report. */
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

/** The parts we read of Playwright's JSON report. */
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** For a check that has no parts: types, lint, a build. */
export function countOne(isGood: boolean): Counts {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

export function countVitest(file: string, isGood: boolean): Counts {
  const report = read<VitestReport>(file)
  if (!report) return countOne(isGood)
  return withExitStatus(isGood, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** A flaky test passed on a second try; it counts as passed and stands in Playwright's own list. */
export function countPlaywright(file: string, isGood: boolean): Counts {
  const stats = read<PlaywrightReport>(file)?.stats
  if (!stats) return countOne(isGood)
  return withExitStatus(isGood, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  })
}

export function sumCounts(all: Counts[]): Counts {
  return all.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** A file that cannot be loaded, or a setup that throws, fails the runner and no test of it. */
function withExitStatus(isGood: boolean, counts: Counts): Counts {
  return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null // the runner ended before it reported: its exit status is all there is
  }
}
