import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle, findAuthorPage, findTopicPage } from '@/lib/articles/queries'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import { findRedirect } from '@/lib/paper/queries'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import { editor, listInvalidatedTags, reporter } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStories,
  insertStory,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import {
  editContributor,
  editSource,
  editTopic,
  mergeContributors,
  mergeSources,
  mergeTopics,
} from './edit-commands'

let paper: TestPaper
let other: { id: number; slug: string }
beforeEach(async () => {
  paper = await resetToTestPaper()
  other = await db().contributor.create({
    data: { slug: 'rahnuma-sarmin', name: 'রাহনুমা শারমীন', kind: 'person' },
  })
})

async function expectRefused(run: () => Promise<{ ok: boolean }>, reason: string) {
  const before = await dumpDatabase()
  expect(await run()).toMatchObject({ ok: false, reason })
  expect(await dumpDatabase()).toEqual(before)
}

const rename = (input: object) =>
  runCommand(db(), editor, editContributor, {
    id: paper.person.id,
    name: 'রাহনুমা শারমিন',
    kind: 'person',
    bio: '',
    ...input,
  } as never)

describe('a name put right', () => {
  test('is right in every story that carries it: their documents are tied to it', async () => {
    const source = await db().source.create({ data: { slug: 'bss', name: 'বাসস' } })
    const id = await insertStory(paper, {
      contributorIds: [paper.person.id],
      topicIds: [paper.flood.id],
      sourceId: source.id,
    })
    const context = emptyRenderContext()
    await withRenderContext(context, () => findArticle(id, noon))

    await rename({ name: 'রাহনুমা শারমিন খান' })
    await runCommand(db(), editor, editTopic, { id: paper.flood.id, name: 'বন্যা ও নদীভাঙন' })
    await runCommand(db(), editor, editSource, {
      id: source.id,
      name: 'বিএসএস',
      url: 'https://bss.example',
    })

    expect(await listInvalidatedTags()).toEqual([
      'author:rahnuma',
      'lists',
      'name:contributor:rahnuma',
      'name:source:bss',
      'name:topic:flood',
      'redirects',
      'topic:flood',
    ])
    expect([...context.ownTags].filter((tag) => tag.startsWith('name:')).toSorted()).toEqual([
      'name:contributor:rahnuma',
      'name:source:bss',
      'name:topic:flood',
    ])
    expect(await db().source.findUnique({ where: { id: source.id } })).toMatchObject({
      name: 'বিএসএস',
      url: 'https://bss.example',
    })
  })

  test('with another address leads the old one there, older pages too', async () => {
    const outcome = await rename({ slug: 'rahnuma-khan', bio: 'ঢাকার প্রতিবেদক।' })

    expect(await findRedirect('/author/rahnuma/page/2')).toBe('/author/rahnuma-khan/page/2')
    expect(outcome.ok && tagsTouchedBy(outcome.change).toSorted()).toEqual(
      await listInvalidatedTags(),
    )
    expect((await findAuthorPage('rahnuma-khan', null, noon))?.author.bio).toBe('ঢাকার প্রতিবেদক।')
  })

  test.each([
    ['the name of another', { name: 'রাহনুমা শারমীন' }, 'nameHeld'],
    ['the address of another', { slug: 'rahnuma-sarmin' }, 'slugTaken'],
    ['the number of nobody', { id: 404 }, 'noSuchContributor'],
  ])('to %s is refused', async (_, input, reason) => {
    await expectRefused(() => rename(input), reason)
  })

  test.each([
    ['a blank name', { name: ' ' }, 'name'],
    ['a name without end', { name: 'ক'.repeat(10_000) }, 'name'],
    ['a kind that there is not', { kind: 'robot' }, 'kind'],
    ['an address in Bengali', { slug: 'রাহনুমা' }, 'slug'],
    ['an address with a slash', { slug: '../../newsroom' }, 'slug'],
    ['a bio of a megabyte', { bio: 'ক'.repeat(1_000_000) }, 'bio'],
    ['a number that is none', { id: '1 OR 1=1' }, 'id'],
    ['a number beyond the table', { id: 2 ** 33 }, 'id'],
  ])('with %s is told by its field', async (_, input, field) => {
    const before = await dumpDatabase()

    expect(await rename(input)).toEqual({ ok: false, reason: 'invalid', fields: [field] })
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each(['javascript:alert(1)', 'bss', 'ftp://bss.example'])(
    'a source’s address %s is refused',
    async (url) => {
      const { id } = await db().source.create({ data: { slug: 'bss', name: 'বাসস' } })

      expect(await runCommand(db(), editor, editSource, { id, name: 'বাসস', url })).toMatchObject({
        reason: 'invalid',
        fields: ['url'],
      })
    },
  )
})

describe('two names made one', () => {
  const merge = () =>
    runCommand(db(), editor, mergeContributors, { id: other.id, intoId: paper.person.id }, noon)

  test('have all the stories, each once, and one address', async () => {
    const mine = { from: at(-hours(10)), stepMs: minutes(2), categoryIds: [paper.sports.id] }
    await insertStories(60, { ...mine, contributorId: other.id })
    await insertStories(60, { ...mine, from: at(-hours(10) + 1), contributorId: paper.person.id })
    await insertStory(paper, { contributorIds: [other.id, paper.person.id] })

    const outcome = await merge()

    const page = await findAuthorPage('rahnuma', null, noon)
    const pages = await Promise.all(
      Array.from({ length: page?.newest ?? 0 }, (_, index) =>
        findAuthorPage('rahnuma', index + 1, noon),
      ),
    )
    const ids = pages.flatMap((each) => each?.stories.map(({ id }) => id) ?? [])
    expect(ids).toHaveLength(121)
    expect(new Set(ids).size).toBe(121)
    expect(await findRedirect('/author/rahnuma-sarmin')).toBe('/author/rahnuma')
    expect(await db().contributor.findUnique({ where: { id: other.id } })).toBeNull()
    expect(outcome.ok && tagsTouchedBy(outcome.change).toSorted()).toEqual(
      await listInvalidatedTags(),
    )
  })

  test('leave the stories as they were saved', async () => {
    const id = await insertStory(paper, { contributorIds: [other.id] })
    const { Article: before } = await dumpDatabase()

    await merge()

    expect((await dumpDatabase()).Article).toEqual(before)
    expect(await db().byline.findMany()).toMatchObject([
      { articleId: id, contributorId: paper.person.id },
    ])
  })

  test('are one in what is being written', async () => {
    const articleId = await insertStory(paper, {
      status: 'draft',
      publishAt: null,
      publishedAt: null,
    })
    const content = {
      ...blankContent('national'),
      contributorIds: [other.id, paper.desk.id, paper.person.id],
    }
    await db().workingCopy.create({
      data: { articleId, content, baseVersion: 1, savedAt: noon },
    })

    await merge()

    const copy = await db().workingCopy.findUniqueOrThrow({ where: { articleId } })
    expect(copy.content).toMatchObject({ contributorIds: [paper.person.id, paper.desk.id] })
  })

  test('keep their writer, and of two writers the one of the name that stays', async () => {
    const set = (id: string, contributorId: number) =>
      db().user.update({ where: { id }, data: { contributorId } })
    const nameOf = async (id: string) =>
      (await db().user.findUniqueOrThrow({ where: { id } })).contributorId
    await set(reporter.id, other.id)

    await merge()
    expect(await nameOf(reporter.id)).toBe(paper.person.id)

    const third = await db().contributor.create({
      data: { slug: 'third', name: 'রাহনুমা', kind: 'person' },
    })
    await set(editor.id, third.id)
    await runCommand(
      db(),
      editor,
      mergeContributors,
      { id: third.id, intoId: paper.person.id },
      noon,
    )
    expect([await nameOf(reporter.id), await nameOf(editor.id)]).toEqual([paper.person.id, null])
  })

  test('of topics likewise, with what is being written', async () => {
    const id = await insertStory(paper, { topicIds: [paper.flood.id, paper.election.id] })
    const content = { ...blankContent('national'), topicIds: [paper.flood.id] }
    await db().workingCopy.create({
      data: { articleId: id, content, baseVersion: 1, savedAt: noon },
    })

    await runCommand(
      db(),
      editor,
      mergeTopics,
      { id: paper.flood.id, intoId: paper.election.id },
      noon,
    )

    expect((await findTopicPage('election', null, noon))?.stories.map((each) => each.id)).toEqual([
      id,
    ])
    expect(await findRedirect('/topic/flood')).toBe('/topic/election')
    expect(await db().workingCopy.findFirst()).toMatchObject({
      content: { topicIds: [paper.election.id] },
    })
  })

  test('of sources likewise; no story counts as written in', async () => {
    const [one, two] = await Promise.all([
      db().source.create({ data: { slug: 'one', name: 'এক' } }),
      db().source.create({ data: { slug: 'two', name: 'দুই' } }),
    ])
    const id = await insertStory(paper, { sourceId: one.id })
    const { updatedAt } = await db().article.findUniqueOrThrow({ where: { id } })

    await runCommand(db(), editor, mergeSources, { id: one.id, intoId: two.id }, noon)

    expect(await db().article.findUniqueOrThrow({ where: { id } })).toMatchObject({
      sourceId: two.id,
      updatedAt,
      version: 1,
    })
    expect(await listInvalidatedTags()).toEqual(['name:source:one', 'name:source:two'])
  })

  test('with itself, or with nobody, are refused', async () => {
    const { id } = paper.person
    await expectRefused(
      () => runCommand(db(), editor, mergeContributors, { id, intoId: id }, noon),
      'sameName',
    )
    await expectRefused(
      () => runCommand(db(), editor, mergeContributors, { id, intoId: 404 }, noon),
      'noSuchContributor',
    )
  })

  test('at once in both directions are one, and nothing is lost', async () => {
    await insertStory(paper, { contributorIds: [other.id] })
    await insertStory(paper, { contributorIds: [paper.person.id] })

    const outcomes = await Promise.all([
      merge(),
      runCommand(db(), editor, mergeContributors, { id: paper.person.id, intoId: other.id }, noon),
    ])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().byline.count()).toBe(2)
  })
})
