import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { listInvalidatedTags, reporter } from '@/tools/test-harness/fixtures/actors'
import {
  dumpDatabase,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { addContributor, addSource, addTopic } from './commands'
import { listNamesById, suggestNames } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

describe('a name made while a story is written', () => {
  test('has a Latin slug, and what readers were told was missing is made anew', async () => {
    const outcome = await runCommand(db(), reporter, addContributor, { name: ' আয়েশা সিদ্দিকা ' })

    const row = await db().contributor.findFirstOrThrow({ where: { name: 'আয়েশা সিদ্দিকা' } })
    expect(outcome).toMatchObject({
      ok: true,
      named: { id: row.id, name: row.name, kind: 'person' },
    })
    expect(row.slug).toBe('ayesha-siddika')
    expect(await listInvalidatedTags()).toEqual(['author:ayesha-siddika', 'lists'])
  })

  test('is a desk when it says so', async () => {
    await runCommand(db(), reporter, addContributor, { name: 'কুড়িগ্রাম প্রতিনিধি' })

    expect(
      await db().contributor.count({ where: { kind: 'desk', name: { startsWith: 'কুড়িগ্রাম' } } }),
    ).toBe(1)
  })

  test('is the one that is there, however often it is added', async () => {
    const [first, second] = [
      await runCommand(db(), reporter, addTopic, { name: 'নির্বাচন' }),
      await runCommand(db(), reporter, addTopic, { name: 'নির্বাচন' }),
    ]

    expect([first, second]).toMatchObject([
      { named: { id: paper.election.id } },
      { named: { id: paper.election.id } },
    ])
  })

  test('whose slug is taken gets the next', async () => {
    await runCommand(db(), reporter, addTopic, { name: 'বন্যা!' })
    await runCommand(db(), reporter, addTopic, { name: 'বন্যা?' })

    const slugs = await db().topic.findMany({
      where: { name: { startsWith: 'বন্যা' } },
      orderBy: { id: 'asc' },
    })
    expect(slugs.map(({ slug }) => slug)).toEqual(['flood', 'banja', 'banja-2'])
  })

  test('added by many at once is one', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => runCommand(db(), reporter, addSource, { name: 'রয়টার্স' })),
    )

    expect(outcomes.map(({ ok }) => ok)).toEqual(Array(8).fill(true))
    expect(await db().source.count({ where: { name: 'রয়টার্স' } })).toBe(1)
  })

  test.each([
    ['no name', { name: '' }],
    ['a name of invisible letters', { name: '\u200B\u200D ' }],
    ['a name longer than any', { name: 'ক'.repeat(121) }],
    ['a name that is none', { name: 7 }],
  ])('%s is refused and nothing is written', async (_, input) => {
    const before = await dumpDatabase()

    const outcomes = await Promise.all(
      [addContributor, addTopic, addSource].map((add) =>
        runCommand(db(), reporter, add as typeof addTopic, input as { name: string }),
      ),
    )

    expect(outcomes).toEqual(Array(3).fill({ ok: false, reason: 'invalid', fields: ['name'] }))
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each(['javascript:alert(1)', 'ftp://example.com', 'x'])(
    'a source’s address %s is refused',
    async (url) => {
      expect(await runCommand(db(), reporter, addSource, { name: 'সংস্থা', url })).toMatchObject({
        reason: 'invalid',
        fields: ['url'],
      })
    },
  )
})

test('names are found by what is typed and by number', async () => {
  expect(await suggestNames('contributors', 'rahnuma')).toEqual([
    { id: paper.person.id, name: 'রাহনুমা শারমিন', kind: 'person' },
  ])
  expect(await listNamesById('topics', [paper.flood.id, 404])).toEqual([
    { id: paper.flood.id, name: 'বন্যা' },
  ])
  expect(await listNamesById('sources', [])).toEqual([])
})
