import { beforeEach, describe, expect, test } from 'vitest'
import { type ArticleStatus, isPublic, publicAt } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import {
  at,
  hours,
  insertStory,
  minutes,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import {
  findArticle,
  findCategoryPage,
  findTopicPage,
  listLatest,
  listMoreInCategory,
  listStories,
  publicWhere,
} from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

describe('the rule and the database say the same of every story', () => {
  const statuses: ArticleStatus[] = ['draft', 'inReview', 'scheduled', 'published', 'withdrawn']
  const limits = [null, at(-hours(1)), noon, at(hours(1))]
  const rows = statuses.flatMap((status) =>
    limits.flatMap((publishAt) =>
      limits.map((embargoUntil) => ({ status, publishAt, embargoUntil })),
    ),
  )
  // A story that is planned for no hour cannot be scheduled or published: the database refuses it.
  const possible = rows.filter(
    ({ status, publishAt }) => publishAt !== null || !['scheduled', 'published'].includes(status),
  )

  test('of all statuses, plans and embargoes, at every hour', async () => {
    for (const row of possible) {
      const withdrawnAt = row.status === 'withdrawn' ? noon : null
      await insertStory(paper, { ...row, publishedAt: row.publishAt, withdrawnAt })
    }
    const stories = await db().article.findMany()
    const times = [-hours(2), -hours(1), -1, 0, 1, hours(1), hours(2)].map(at)

    const bothSay = await Promise.all(
      times.map(async (now) => {
        const found = await db().article.findMany({ where: publicWhere(now), select: { id: true } })
        const byRule = stories.filter((story) => isPublic(story, now))
        return [found.map(({ id }) => id).toSorted(), byRule.map(({ id }) => id).toSorted()]
      }),
    )

    expect(possible).toHaveLength(72)
    expect(stories.map((story) => story.publicAt)).toEqual(stories.map(publicAt))
    expect(bothSay.map(([found]) => found)).toEqual(bothSay.map(([, byRule]) => byRule))
    expect(bothSay.map(([found]) => found?.length)).toEqual([0, 4, 4, 12, 12, 24, 24])
  })
})

describe('an article’s number leads readers to it only while it is public', () => {
  test('with all that its page shows, in order', async () => {
    const image = await addImage('a')
    const inBody = await addImage('b')
    const id = await insertStory(paper, {
      leadImageId: image,
      kicker: 'বন্যা',
      standfirst: 'সারকথা',
      dateline: 'রংপুর',
      body: [paragraphBlock('এক'), { kind: 'image', imageId: inBody }],
      contributorIds: [paper.desk.id, paper.person.id],
      topicIds: [paper.flood.id, paper.election.id],
      corrections: {
        create: [
          { kind: 'correction', note: 'পরে', at: at(-minutes(1)) },
          { kind: 'update', note: 'আগে', at: at(-minutes(2)) },
        ],
      },
    })
    const near = await insertStory(paper)
    const hidden = await insertStory(paper, { publishAt: at(hours(1)) })
    await db().relatedStory.createMany({
      data: [hidden, near].map((relatedId, position) => ({ articleId: id, relatedId, position })),
    })

    const answer = await findArticle(id, noon)

    expect(answer).toMatchObject({
      kind: 'public',
      article: {
        id,
        category: { slug: 'national', name: 'জাতীয়' },
        bylines: [{ slug: 'news-desk' }, { slug: 'rahnuma' }],
        topics: [{ slug: 'election' }, { slug: 'flood' }],
        corrections: [{ note: 'আগে' }, { note: 'পরে' }],
        image: { id: image },
        pictures: { [inBody]: { id: inBody } },
        related: [{ id: near }],
      },
    })
  })

  test('a planned story is there from its instant, not a millisecond before', async () => {
    const id = await insertStory(paper, { status: 'scheduled', publishAt: noon, publishedAt: null })

    const answers = await Promise.all([at(-1), noon].map((now) => findArticle(id, now)))

    expect(answers.map((answer) => answer?.kind)).toEqual([undefined, 'public'])
  })

  test('a withdrawn story says so', async () => {
    const id = await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon })

    expect(await findArticle(id, noon)).toEqual({
      kind: 'withdrawn',
      headline: null,
      reason: null,
    })
  })

  test.each(['draft', 'inReview'] as const)('a story %s is not there', async (status) => {
    const id = await insertStory(paper, { status })

    expect(await findArticle(id, noon)).toBeNull()
  })

  test('the largest number an address can hold is no fault', async () => {
    expect(await findArticle(2_147_483_647, noon)).toBeNull()
  })
})

describe('a document knows what makes it stale', () => {
  const contextOf = async (find: () => Promise<unknown>) => {
    const context = emptyRenderContext()
    await withRenderContext(context, find)
    return context
  }

  test('a story’s page is tied to the number asked for, found or not', async () => {
    const context = await contextOf(() => findArticle(404, noon))

    expect([...context.ownTags]).toEqual(['article:404'])
  })

  test('the page of a story not yet out is no longer true at its hour', async () => {
    const id = await insertStory(paper, { publishAt: at(hours(1)), embargoUntil: at(hours(2)) })

    const context = await contextOf(() => findArticle(id, noon))

    expect(context.ownStaleAt).toBe(at(hours(2)).getTime())
  })

  test('lists are tied to what they list', async () => {
    const lists = await contextOf(async () => {
      await listLatest(1, noon)
      await listMoreInCategory('national', 1, 1, noon)
    })
    const pages = await contextOf(async () => {
      await findCategoryPage(paper.categories, paper.dhaka, null, noon)
      await findTopicPage('no-such-topic', null, noon)
    })

    expect([...lists.listTags]).toEqual(['latest', 'category:national'])
    expect([...pages.listTags]).toEqual(['category:dhaka', 'topic:no-such-topic'])
    expect([...lists.ownTags, ...pages.ownTags]).toEqual([])
  })
})

describe('lists beside a story', () => {
  test('the newest of its category, without itself and without those not yet out', async () => {
    const [oldest, own, newest] = [
      await insertStory(paper, { publishAt: at(-hours(3)) }),
      await insertStory(paper, { publishAt: at(-hours(2)) }),
      await insertStory(paper, { publishAt: at(-hours(1)) }),
    ]
    await insertStory(paper, { publishAt: at(hours(1)) })
    await insertStory(paper, { categoryId: paper.sports.id })

    const stories = await listMoreInCategory('national', own, 5, noon)

    expect(stories.map(({ id }) => id)).toEqual([newest, oldest])
  })

  test('of stories of one instant the higher number is the newer', async () => {
    const ids = [await insertStory(paper), await insertStory(paper), await insertStory(paper)]

    const stories = await listLatest(2, noon)

    expect(stories.map(({ id }) => id)).toEqual([ids[2], ids[1]])
  })

  test('a headline without its story is not news', async () => {
    await insertStory(paper, { isHeadlineOnly: true, body: [] })
    const whole = await insertStory(paper)

    expect((await listLatest(5, noon)).map(({ id }) => id)).toEqual([whole])
  })

  test('stories asked for by number come in that order, hidden ones left out', async () => {
    const [one, two] = [await insertStory(paper), await insertStory(paper)]
    const hidden = await insertStory(paper, { status: 'draft' })

    const stories = await listStories([two, hidden, 404, one], noon)

    expect(stories.map(({ id }) => id)).toEqual([two, one])
  })
})

async function addImage(letter: string): Promise<number> {
  const image = await db().image.create({
    data: {
      hash: letter.repeat(64),
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 1600,
      height: 900,
      alt: 'নৌকা',
    },
  })
  return image.id
}
