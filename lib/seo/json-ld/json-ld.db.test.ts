import { beforeEach, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { toIsoInZone } from '@/lib/bengali/calendar/dates'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { editStory, noteChange } from '@/lib/newsroom/publish/edit-commands'
import { getSiteInfo } from '@/lib/paper/queries'
import { editor } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { articleData } from './article'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** What crawlers are told of the story at `now`. */
async function structuredDataOf(id: number, now: Date) {
  const found = await findArticle(id, now)
  if (found?.kind !== 'public') throw new Error(`story ${id} is not public`)
  const logo = { path: '/logo.png', width: 512, height: 512 }
  const imprint = { ...(await getSiteInfo(now)), siteUrl: 'https://paper.example', logo }
  return articleData(found.article, imprint)
}

test('LD4 dateModified stands still while a story is edited silently, and moves with a noted change', async () => {
  const id = await insertStory(paper)
  const cameOut = toIsoInZone(at(-hours(1)))

  await runCommand(
    db(),
    editor,
    editStory,
    { id, expectedVersion: null, headline: 'তিস্তার পানি' },
    noon,
  )
  const edited = await structuredDataOf(id, noon)
  const note = { kind: 'update', note: 'নতুন তথ্য।' } as const
  await runCommand(db(), editor, noteChange, { id, expectedVersion: null, ...note }, at(hours(1)))
  const updated = await structuredDataOf(id, at(hours(2)))

  expect(edited).toMatchObject({
    headline: 'তিস্তার পানি'.normalize('NFC'),
    datePublished: cameOut,
    dateModified: cameOut,
  })
  expect(updated).toMatchObject({
    datePublished: cameOut,
    dateModified: toIsoInZone(at(hours(1))),
  })
})
