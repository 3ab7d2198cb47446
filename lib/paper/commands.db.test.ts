import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { admin, listInvalidatedTags } from '@/tools/test-harness/fixtures/actors'
import { dumpDatabase, resetToTestPaper } from '@/tools/test-harness/fixtures/test-paper'
import { decideSettings, editPaper } from './commands'
import { getPaperSettings } from './queries'
import { readPaperSettings } from './settings'

beforeEach(async () => {
  await resetToTestPaper()
})

const words = {
  name: 'নতুন দিন',
  tagline: 'সত্যের পক্ষে',
  editor: 'সম্পাদক',
  publisher: 'প্রকাশক',
  address: 'রংপুর',
  phone: '০৫২১',
  email: '',
  hijriOffsets: { '1447-3': -2 },
}
const defaults = readPaperSettings({})

describe('the paper’s own words', () => {
  test('are put right on every page', async () => {
    expect(await runCommand(db(), admin, editPaper, words)).toMatchObject({ ok: true })

    expect(await db().paper.findFirst()).toMatchObject(words)
    expect(await listInvalidatedTags()).toEqual(['paper'])
  })

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name that is a list', { name: ['x'] }, 'name'],
    ['a tagline without end', { tagline: 'ক'.repeat(100_000) }, 'tagline'],
    ['an e-mail that is none', { email: 'x' }, 'email'],
    ['a month that there is not', { hijriOffsets: { '1447-13': 1 } }, 'hijriOffsets'],
    ['days that there are not', { hijriOffsets: { '1447-3': 9 } }, 'hijriOffsets'],
    ['months that are none', { hijriOffsets: 'x' }, 'hijriOffsets'],
    ['nothing of the phone', { phone: undefined }, 'phone'],
  ])('with %s are refused by their field', async (_, overrides, field) => {
    const before = await dumpDatabase()
    const input = { ...words, ...overrides } as typeof words

    expect(await runCommand(db(), admin, editPaper, input)).toEqual({
      ok: false,
      reason: 'invalid',
      fields: [field],
    })
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('what the paper decides', () => {
  test('stands, and what others decided stays', async () => {
    await db().paper.updateMany({ data: { settings: { crawlers: 'later', twoStep: 'everybody' } } })
    const checklist = { ...defaults.checklist, noByline: 'block' } as const

    await runCommand(db(), admin, decideSettings, { checklist })

    expect(await getPaperSettings()).toEqual({ ...defaults, twoStep: 'everybody', checklist })
    expect((await db().paper.findFirstOrThrow()).settings).toMatchObject({ crawlers: 'later' })
    expect(await listInvalidatedTags()).toEqual([])
  })

  test('about crawlers, is told to them at once', async () => {
    await runCommand(db(), admin, decideSettings, { aiCrawlers: 'answersOnly' })

    expect(await getPaperSettings()).toEqual({ ...defaults, aiCrawlers: 'answersOnly' })
    expect(await listInvalidatedTags()).toEqual(['crawlers'])
  })

  test('at once, about different things, stands both', async () => {
    await Promise.all([
      runCommand(db(), admin, decideSettings, { twoStep: 'editors' }),
      runCommand(db(), admin, decideSettings, {
        checklist: { ...defaults.checklist, noTopic: 'warn' },
      }),
    ])

    expect(await getPaperSettings()).toMatchObject({
      twoStep: 'editors',
      checklist: { noTopic: 'warn' },
    })
  })

  test.each([
    ['a rule that there is not', { twoStep: 'sometimes' }, 'twoStep'],
    ['a policy that there is not', { aiCrawlers: 'sometimes' }, 'aiCrawlers'],
    ['a line that there is not', { checklist: { ...defaults.checklist, x: 'off' } }, 'checklist'],
    ['a line left out', { checklist: { noTopic: 'off' } }, 'checklist'],
    [
      'a weight that there is not',
      { checklist: { ...defaults.checklist, noTopic: 'x' } },
      'checklist',
    ],
  ])('is not %s', async (_, input, field) => {
    const before = await dumpDatabase()

    expect(await runCommand(db(), admin, decideSettings, input as never)).toEqual({
      ok: false,
      reason: 'invalid',
      fields: [field],
    })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('has no foreign settings', async () => {
    const outcome = await runCommand(db(), admin, decideSettings, { admin: true } as never)

    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' })
  })
})
