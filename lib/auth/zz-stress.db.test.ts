import { expect, test } from 'vitest'
import { tidyStory } from '@/lib/articles/edit-commands'
import { moveStory, publishStory, restoreStory, withdrawStory } from '@/lib/articles/publish-commands'
import { mergeCategories, orderCategories, renameCategory } from '@/lib/categories/commands'
import { db } from '@/lib/db/client'
import { setFrontPins } from '@/lib/front/commands'
import { addStories, addStory, at, emptyPaper, hours, noon } from '@/scripts/test/little-paper'
import { admin } from '@/scripts/test/newsroom'

test('stress', { timeout: 300_000 }, async () => {
  const paper = await emptyPaper()
  const ids: number[] = []
  for (let i = 0; i < 30; i += 1)
    ids.push(await addStory(paper, { status: i % 2 ? 'draft' : 'published', categoryId: paper.categories[i % 5]!.id, topicIds: [1 + (i % 2)], contributorIds: [2 - (i % 2)] }))
  const slugs = ['national', 'country', 'dhaka', 'old-dhaka', 'sports']
  const pick = <T,>(list: T[]) => list[Math.floor(Math.random() * list.length)] as T
  const reasons: Record<string, number> = {}
  const one = async () => {
    const ref = { id: pick(ids), expectedVersion: null }
    const kind = Math.floor(Math.random() * 9)
    const now = new Date()
    const run = [
      () => publishStory(db(), admin, ref, now),
      () => withdrawStory(db(), admin, { ...ref, reason: 'x' }, now),
      () => restoreStory(db(), admin, ref, now),
      () => moveStory(db(), admin, { ...ref, category: pick(slugs) }, now),
      () => moveStory(db(), admin, { ...ref, category: pick(slugs) }, now),
      () => tidyStory(db(), admin, { ...ref, headline: 'নতুন', topicIds: [pick([1, 2])] }, now),
      () => setFrontPins(db(), admin, { pins: [...new Set([pick(ids), pick(ids)])].map((id) => ({ id })), expectedIds: null }, now),
      () => renameCategory(db(), admin, { slug: pick(slugs), name: `নাম ${Math.random()}` }),
      async () => {
        const made = await db().category.create({ data: { slug: `x${Math.floor(Math.random() * 1e9)}`, name: `x${Math.random()}`, position: 5 } })
        await moveStory(db(), admin, { ...ref, category: made.slug }, now)
        return mergeCategories(db(), admin, { slug: made.slug, into: pick(slugs) }, now)
      },
    ][kind]!
    const key = await run().then((o) => (o.ok ? 'ok' : o.reason), (e: Error) => `THROWN ${e.message.slice(-300)}`)
    reasons[key] = (reasons[key] ?? 0) + 1
  }
  for (let round = 0; round < 40; round += 1) await Promise.all(Array.from({ length: 12 }, one))
  console.log(reasons)
  const bad = await db().$queryRaw`SELECT a.id FROM "Article" a JOIN "Revision" r ON r."articleId"=a.id GROUP BY a.id HAVING max(r.number) <> a.version - 1`
  expect(bad).toEqual([])
})
test('large merge', { timeout: 300_000 }, async () => {
  const paper = await emptyPaper()
  for (let i = 0; i < 5; i += 1)
    await addStories(20_000, { from: at(-hours(50_000) + i), stepMs: 60_000, categoryIds: [paper.sports.id, paper.dhaka.id] })
  let t = performance.now()
  console.log(await mergeCategories(db(), admin, { slug: 'sports', into: 'dhaka' }, noon), performance.now() - t)
  const id = await addStory(paper, { status: 'draft' })
  t = performance.now()
  console.log((await publishStory(db(), admin, { id, expectedVersion: 1 }, noon)).ok, performance.now() - t)
  const id2 = await addStory(paper, { status: 'draft' })
  t = performance.now()
  console.log((await publishStory(db(), admin, { id: id2, expectedVersion: 1 }, noon)).ok, performance.now() - t)
})
