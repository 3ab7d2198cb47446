import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { runCommand } from '@/lib/commands/command'
import type { Article } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { blankContent, contentInput } from '@/lib/newsroom/draft/story-content'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { anyContent } from '@/tools/test-harness/arbitraries/contents'
import { editor, reporter, subEditor } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { articleOf, parsePreview } from './preview'
import { findPreviewAt, findSavedPreview, type PreviewOptions } from './preview-queries'

const asArticle: PreviewOptions = { view: 'article', place: 'rule' }
const numbers = Array.from({ length: 9 }, (_, index) => index + 1)

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
  // Whatever number a content is tied to is there.
  await db().contributor.createMany({
    data: numbers
      .slice(2)
      .map((n) => ({ slug: `c-${n}`, name: `প্রতিবেদক ${n}`, kind: 'person' as const })),
  })
  await db().topic.createMany({
    data: numbers.slice(2).map((n) => ({ slug: `t-${n}`, name: `${'কখগঘঙচছজঝ'[n - 1]} বিষয়` })),
  })
  await db().source.createMany({
    data: numbers.map((n) => ({ slug: `s-${n}`, name: `সূত্র ${n}`, url: null })),
  })
  await db().image.createMany({
    data: numbers.map((n) => ({
      hash: String(n).repeat(64),
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 900,
      height: 600,
      alt: `ছবি ${n}`,
    })),
  })
})

/** What readers have has a headline. */
const anyNamed = anyContent.map((content) =>
  contentInput.parse({ ...content, headline: `নদী ${content.headline}` }),
)

const draft = () =>
  insertStory(paper, { status: 'draft', publishAt: null, publishedAt: null, ownerId: reporter.id })

/** What is written of the story, as its writer's browser left it. */
const write = (articleId: number, content: StoryContent, baseVersion = 1) =>
  db().workingCopy.create({
    data: { articleId, content, baseVersion, version: 2, isChanged: true, savedAt: noon },
  })

async function previewed(id: number, now = noon) {
  const found = await findSavedPreview(editor, id, asArticle, now)
  if (typeof found === 'string') throw new Error(found)
  // Over the line and back, as a browser gets it.
  const { preview } = parsePreview(JSON.stringify({ preview: found.preview }))
  return articleOf(found.content, preview.publication, preview.references)
}

async function readersOwn(id: number, article: Article) {
  const found = await findArticle(id, noon)
  if (found?.kind !== 'public') throw new Error('readers do not have it')
  const fields = Object.keys(article) as (keyof Article)[]
  return Object.fromEntries(fields.map((name) => [name, found.article[name]]))
}

const commit = (id: number) =>
  runCommand(db(), editor, editStory, { id, expectedVersion: 1, copyVersion: 2 }, noon)

describe('what is previewed is what readers get', () => {
  test('of any draft, field by field', { timeout: 300_000 }, async () => {
    let same = 0
    await fc.assert(
      fc.asyncProperty(anyNamed, async (content) => {
        const id = await draft()
        await write(id, content)
        const article = await previewed(id)
        fc.pre((await commit(id)).ok)
        await db().article.update({
          where: { id },
          data: { status: 'published', publishAt: noon, publishedAt: noon },
        })

        expect(article).toEqual(await readersOwn(id, article))
        same += 1
      }),
      { numRuns: 30 },
    )
    expect(same).toBe(30)
  })

  test('of any change to what readers have, field by field', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyNamed, async (content) => {
        const id = await insertStory(paper, {
          notedChangeAt: at(-hours(0.5)),
          corrections: { create: { kind: 'update', note: 'নতুন তথ্য', at: at(-hours(0.5)) } },
          related: { create: { position: 0, relatedId: await insertStory(paper) } },
        })
        await write(id, content)
        const article = await previewed(id)
        fc.pre((await commit(id)).ok)

        expect(article).toEqual(await readersOwn(id, article))
        expect(article.category.slug).toBe('national')
      }),
      { numRuns: 20 },
    )
  })

  test('and has every field of a reader’s story', async () => {
    const id = await insertStory(paper)
    const article = await previewed(id)

    const own = await readersOwn(id, article)

    expect(Object.values(own).filter((value) => value === undefined)).toEqual([])
    expect(Object.keys(article).toSorted()).toEqual(
      [
        'bylines',
        'body',
        'category',
        'corrections',
        'dateline',
        'headline',
        'id',
        'image',
        'isHeadlineOnly',
        'kicker',
        'notedChangeAt',
        'pictures',
        'publicAt',
        'related',
        'source',
        'standfirst',
        'topics',
        'wordCount',
      ].toSorted(),
    )
  })

  test('a link without its address yet stops nothing', async () => {
    const id = await draft()
    await write(id, {
      ...blankContent('national'),
      body: [{ kind: 'embed', url: '', title: 'ভিডিও' }],
    })

    expect((await previewed(id)).body).toEqual([])
  })
})

describe('the hour on a preview', () => {
  test.each([
    ['of a draft is now', { status: 'draft' as const, publishAt: null }, noon],
    [
      'of a planned story is its hour',
      { status: 'scheduled' as const, publishAt: at(hours(2)), publishedAt: null },
      at(hours(2)),
    ],
    [
      'is not before the source allows',
      { status: 'draft' as const, publishAt: null, embargoUntil: at(hours(3)) },
      at(hours(3)),
    ],
    ['of what readers have is theirs', {}, at(-hours(1))],
  ])('%s', async (_, options, hour) => {
    const id = await insertStory(paper, options)

    expect((await previewed(id)).publicAt).toEqual(hour)
  })
})

describe('who may look', () => {
  test('a reporter at their own stories, the desk at all', async () => {
    const mine = await draft()
    const theirs = await insertStory(paper, {
      status: 'draft',
      publishAt: null,
      ownerId: subEditor.id,
    })
    const look = (actor: typeof editor, id: number) => findSavedPreview(actor, id, asArticle, noon)

    expect(await look(reporter, mine)).toMatchObject({ preview: { publication: { id: mine } } })
    expect(await look(reporter, theirs)).toBe('notYours')
    expect(await look(subEditor, mine)).toMatchObject({ preview: { publication: { id: mine } } })
    expect(await look(editor, 999)).toBe('noSuchStory')
  })

  test.each([
    ['in the trash', { status: 'draft' as const, publishAt: null, trashedAt: noon }],
    ['withdrawn', { status: 'withdrawn' as const, withdrawnAt: noon }],
  ])('nobody by a link, when the story is %s', async (_, options) => {
    const id = await insertStory(paper, options)

    expect(await findPreviewAt(id, blankContent('national'), noon, noon)).toBeNull()
  })
})

describe('on the other pages', () => {
  test('a story stands in the lists of the category that is written in it', async () => {
    const id = await draft()
    await insertStory(paper, { categoryId: paper.sports.id })
    await write(id, { ...blankContent('sports'), headline: 'খেলা' })
    const look = (view: PreviewOptions['view']) =>
      findSavedPreview(editor, id, { view, place: 'rule' }, noon)

    expect(await look('category')).toMatchObject({
      preview: { references: { category: { slug: 'sports' } }, context: { stories: [{ id: 2 }] } },
    })
    expect(await look('front')).toMatchObject({
      preview: { context: { material: { latest: [{ id: 2 }] } } },
    })
  })
})
