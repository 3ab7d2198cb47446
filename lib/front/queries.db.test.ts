import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import {
  at,
  hours,
  insertStories,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { blockCount, type Front, latestCount, secondsCount } from './front'
import { getFront } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const front = (now = noon) => getFront(paper.categories, now)
const ids = (stories: { id: number }[]) => stories.map(({ id }) => id)
const above = ({ lead, seconds }: Front) => [...(lead ? [lead.id] : []), ...ids(seconds)]

async function addImage(): Promise<number> {
  const image = await db().image.create({
    data: {
      hash: 'a'.repeat(64),
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 9,
      height: 9,
      alt: 'নৌকা',
    },
  })
  return image.id
}

const fill = (count: number, categoryIds = paper.categories.map(({ id }) => id)) =>
  insertStories(count, { from: at(-hours(24)), stepMs: minutes(1), categoryIds })

describe('the front page of a paper', () => {
  test('without stories is empty', async () => {
    expect(await front()).toEqual({
      lead: null,
      seconds: [],
      latest: [],
      mostRead: [],
      blocks: [],
      breaking: null,
    })
  })

  test('with stories has its places full, and none twice', async () => {
    await fill(200)

    const page = await front()
    const shown = [...above(page), ...page.blocks.flatMap(({ stories }) => ids(stories))]

    expect(page.seconds).toHaveLength(secondsCount)
    expect(page.latest).toHaveLength(latestCount)
    expect(page.blocks.map(({ category }) => category.slug)).toEqual([
      'national',
      'country',
      'sports',
    ])
    expect(page.blocks.map(({ stories }) => stories.length)).toEqual(Array(3).fill(blockCount))
    expect(new Set(shown).size).toBe(shown.length)
  })

  test('is led by the newest story that has a picture', async () => {
    const all = await fill(20)
    const leadImageId = await addImage()
    await db().article.updateMany({ where: { id: { in: all.slice(0, 3) } }, data: { leadImageId } })

    expect((await front()).lead?.id).toBe(all[2])
  })

  test('shows in a category’s block what stands under it, the newest first', async () => {
    const all = await fill(90, [paper.country.id, paper.dhaka.id, paper.oldDhaka.id])

    const page = await front()

    const rest = all.toReversed().filter((id) => !above(page).includes(id))
    expect(page.blocks.map(({ category }) => category.slug)).toEqual(['country'])
    expect(ids(page.blocks[0]?.stories ?? [])).toEqual(rest.slice(0, blockCount))
  })

  test('fills a block though all its newest stories stand above it', async () => {
    await fill(30, [paper.sports.id])

    const { blocks } = await front()

    expect(blocks.map(({ stories }) => stories.length)).toEqual([blockCount])
  })

  test('leaves out bare headlines, drafts, withdrawn and planned stories', async () => {
    await insertStory(paper, { isHeadlineOnly: true, body: [] })
    await insertStory(paper, { status: 'draft' })
    await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon })
    await insertStory(paper, { publishAt: at(1) })
    const id = await insertStory(paper, { publishAt: noon })

    const page = await front()

    expect(page.lead?.id).toBe(id)
    expect([page.seconds, page.latest, page.blocks]).toEqual([[], [], []])
  })
})

describe('what an editor pinned', () => {
  const pin = (position: number, articleId: number, until: Date | null = null) =>
    db().frontPin.create({ data: { position, articleId, until } })

  test('stands first, in its order, however old', async () => {
    const all = await fill(100)
    const [first, second, third] = [all[1], all[0], all[2]].map(Number)
    await pin(2, third as number)
    await pin(0, first as number)
    await pin(1, second as number)

    expect(above(await front()).slice(0, 3)).toEqual([first, second, third])
  })

  test('stands until its hour, and not a millisecond longer', async () => {
    const all = await fill(100)
    const old = Number(all[0])
    await pin(0, old, noon)

    const [before, from] = await Promise.all([front(at(-1)), front(noon)])

    expect(before.lead?.id).toBe(old)
    expect(above(from)).not.toContain(old)
  })

  test('the document knows that hour', async () => {
    const context = emptyRenderContext()
    await pin(0, await insertStory(paper), at(minutes(5)))

    await withRenderContext(context, () => front())

    expect(context.staleAt).toBe(at(minutes(5)).getTime())
    expect([...context.ownTags]).toEqual([])
    expect([...context.listTags]).toEqual([
      'front',
      'category:national',
      'category:country',
      'category:sports',
      'latest',
    ])
  })

  test('is not shown before it is public, nor once it is withdrawn', async () => {
    const other = await insertStory(paper)
    await pin(0, await insertStory(paper, { publishAt: at(hours(1)) }))
    await pin(1, await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon }))

    expect(above(await front())).toEqual([other])
  })
})

describe('what was most read', () => {
  const read = (articleId: number | undefined, count: number) =>
    db().articleReads.create({ data: { articleId: articleId ?? 0, day: noon, count } })

  test('stands on the front, as far as readers may see it', async () => {
    const all = await fill(20)
    for (const [index, id] of all.slice(0, 8).entries()) await read(id, index + 1)
    const hidden = { status: 'withdrawn', withdrawnAt: noon } as const
    await db().article.update({ where: { id: Number(all[7]) }, data: hidden })

    const { mostRead } = await front()

    expect(ids(mostRead)).toEqual([6, 5, 4, 3, 2].map((index) => all[index]))
  })

  test('is left out of a paper of which little was read', async () => {
    const all = await fill(20)
    for (const id of all.slice(0, 4)) await read(id, 100)

    expect((await front()).mostRead).toEqual([])
  })
})
