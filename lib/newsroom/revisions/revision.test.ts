import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import messages from '@/messages/bn.json'
import { auditNoteOf, parseReason } from './revision'

const commands = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => /commands?\.ts$|commit\.ts$/.test(file) && !file.includes('import'))
  .map((file) => readFileSync(join('lib', file), 'utf8'))
const found = (pattern: RegExp) => [
  ...new Set(
    commands.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? '')),
  ),
]

describe('why a revision came to be', () => {
  test.each([
    ['edited', { word: 'edited', note: null }],
    ['withdrawn: ভুল তথ্য', { word: 'withdrawn', note: 'ভুল তথ্য' }],
    ['edited: নাম: বানান', { word: 'edited', note: 'নাম: বানান' }],
    [null, { word: '', note: null }],
  ])('%s', (reason, why) => {
    expect(parseReason(reason)).toEqual(why)
  })

  test.each(found(/(?<!ok: false, )reason: ['`](\w+)/g))('%s has its word', (reason) => {
    expect(Object.keys(messages.newsroomTrail.reasons)).toContain(reason)
  })
})

describe('an act of the trail', () => {
  test.each([
    [{ reason: 'ভুল' }, 'ভুল'],
    [{ note: 'নামের বানান' }, 'নামের বানান'],
    [{ why: '' }, null],
    [{ why: 7 }, null],
    [null, null],
  ])('%j says %s', (detail, note) => {
    expect(auditNoteOf(detail)).toBe(note)
  })
})
