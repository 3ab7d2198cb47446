import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Product code outside lib/bengali: what readers and editors see passes through that one module. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(?:app|components|lib|server|prisma|messages)\//.test(file))
  .filter((file) => !/^lib\/bengali\/|^lib\/db\/generated\/|\.test\.tsx?$/.test(file))

const own = /\.toLocale\w*\(|\bIntl\.|\.normalize\(|\.localeCompare\(|DateTimeFormat|NumberFormat/

test('no code outside lib/bengali formats a date or a number, normalises, sorts or folds text', () => {
  const offenders = files.filter((file) => own.test(readFileSync(file, 'utf8')))

  expect(files.length).toBeGreaterThan(60)
  expect(offenders).toEqual([])
})

// lib/bengali's words for numbers and dates; elsewhere a Bengali digit or letter range is a rule of the script.
const script = /\\u09[89A-F]|\\u0964|Script=Bengali|\[০-৯\]|০১২৩/

test('no code outside lib/bengali knows the script', () => {
  const offenders = files
    .filter((file) => !file.startsWith('prisma/seed/'))
    .filter((file) => script.test(readFileSync(file, 'utf8')))

  expect(offenders).toEqual([])
})
