import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { insertStory, resetToTestPaper, type TestPaper } from '../test-harness/fixtures/test-paper'
import { parseCliCommand } from './parse-cli-command'
import { runCliCommand } from './run-cli-command'

const folder = mkdtempSync(join(tmpdir(), 'dainik-newsroom-'))
afterAll(() => rmSync(folder, { recursive: true }))

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

async function type(...args: string[]) {
  const command = parseCliCommand(args)
  if (!command) throw new Error(`no command: ${args.join(' ')}`)
  return runCliCommand(command, env.DATABASE_URL ?? '')
}
const done = { isDone: true, lines: [] }

describe('from the terminal', () => {
  test('a story is written, published, corrected, moved, withdrawn and brought back', async () => {
    const file = join(folder, 'story.txt')
    writeFileSync(file, 'প্রথম অনুচ্ছেদ।\r\n\r\nদ্বিতীয় অনুচ্ছেদ।\n')

    const made = await type('new', '--category', 'sports', '--headline', 'খবর', '--body', file)
    const outcomes = [
      await type('schedule', '১', '--at', '২০ মে ২০৯৬, ০৮:০২ পিএম'),
      await type('unschedule', '1'),
      await type('publish', '১'),
      await type('headline', '1', 'নতুন শিরোনাম'),
      await type('note', '1', '--kind', 'correction', '--note', 'শিরোনাম ভুল ছিল'),
      await type('move', '1', 'old-dhaka'),
      await type('front', '1'),
      await type('withdraw', '1', '--reason', 'ভুল'),
      await type('restore', '1'),
    ]

    expect(made).toEqual({ isDone: true, lines: ['1', '/sports/1'] })
    expect(outcomes).toEqual(outcomes.map(() => done))
    expect(await findArticle(1, new Date())).toMatchObject({
      article: {
        headline: 'নতুন শিরোনাম',
        category: { slug: 'old-dhaka' },
        body: [{ kind: 'paragraph' }, { kind: 'paragraph' }],
        corrections: [{ kind: 'correction', note: 'শিরোনাম ভুল ছিল' }],
      },
    })
  })

  test('the front is set and cleared', async () => {
    const ids = [await insertStory(paper), await insertStory(paper)]

    const outcomes = [await type('front', ...ids.map(String)), await type('front')]

    expect(outcomes).toEqual([done, done])
    expect(await db().frontPin.count()).toBe(0)
  })

  test('categories are renamed, merged and put in order', async () => {
    const outcomes = [
      await type('rename-category', 'sports', '--name', 'খেলা', '--slug', 'games'),
      await type('merge-categories', 'games', 'dhaka'),
      await type('order-categories', 'country', 'national'),
    ]

    expect(outcomes).toEqual([done, done, done])
    expect(
      await db().category.findMany({ where: { parentId: null }, orderBy: { position: 'asc' } }),
    ).toMatchObject([{ slug: 'country' }, { slug: 'national' }])
  })

  test('a refusal is printed in Bengali', async () => {
    expect(await type('publish', '404')).toEqual({
      isDone: false,
      lines: ['এই নম্বরের কোনো খবর নেই।'],
    })
  })

  test('an invalid argument is named by its field', async () => {
    const { isDone, lines } = await type('note', '1', '--kind', 'scoop', '--note', 'x')

    expect(isDone).toBe(false)
    expect(lines[0]).toMatch(/\(kind\)$/)
  })
})
