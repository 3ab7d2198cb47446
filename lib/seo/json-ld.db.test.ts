import { beforeEach, expect, test } from 'vitest'
import { noteChange, tidyStory } from '@/lib/articles/edit-commands'
import { findArticle } from '@/lib/articles/queries'
import { toIsoInZone } from '@/lib/bengali/dates'
import { db } from '@/lib/db/client'
import { getMasthead } from '@/lib/paper/queries'
import { addStory, at, emptyPaper, hours, noon, type TestPaper } from '@/scripts/test/little-paper'
import { editor } from '@/scripts/test/newsroom'
import { articleData } from './json-ld-article'

let paper: TestPaper
beforeEach(async () => {
  paper = await emptyPaper()
})

/** What crawlers are told of the story at `now`. */
async function toldOf(id: number, now: Date) {
  const found = await findArticle(id, now)
  if (found?.kind !== 'public') throw new Error(`story ${id} is not public`)
  const logo = { path: '/logo.png', width: 512, height: 512 }
  const imprint = { ...(await getMasthead(now)), siteUrl: 'https://paper.example', logo }
  return articleData(found.article, imprint)
}

test('LD4 dateModified stands still while a story is tidied, and moves with a noted change', async () => {
  const id = await addStory(paper)
  const cameOut = toIsoInZone(at(-hours(1)))

  await tidyStory(db(), editor, { id, expectedVersion: null, headline: 'তিস্তার পানি' }, noon)
  const tidied = await toldOf(id, noon)
  const note = { kind: 'update', note: 'নতুন তথ্য।' } as const
  await noteChange(db(), editor, { id, expectedVersion: null, ...note }, at(hours(1)))
  const updated = await toldOf(id, at(hours(2)))

  expect(tidied).toMatchObject({
    headline: 'তিস্তার পানি'.normalize('NFC'),
    datePublished: cameOut,
    dateModified: cameOut,
  })
  expect(updated).toMatchObject({
    datePublished: cameOut,
    dateModified: toIsoInZone(at(hours(1))),
  })
})
