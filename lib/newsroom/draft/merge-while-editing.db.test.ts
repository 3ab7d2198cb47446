import { beforeEach, describe, expect, test } from 'vitest'
import { draftStory } from '@/lib/articles/draft-commands'
import { addCategory, mergeCategories, renameCategory } from '@/lib/categories/commands'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { moveStory, publishStory, submitStory } from '@/lib/newsroom/publish/publish-commands'
import { restoreRevision } from '@/lib/newsroom/revisions/revision-commands'
import type { Outcome } from '@/lib/outcome'
import { findRedirect } from '@/lib/paper/queries'
import { mergeContributors, mergeSources, mergeTopics } from '@/lib/taxonomy/edit-commands'
import { admin, editor } from '@/tools/test-harness/fixtures/actors'
import {
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { blankContent, type StoryContent } from './story-content'
import { newStory, openWorkingCopy, saveWorkingCopy } from './working-copy-commands'

// One editor merges or renames an entry while another editor saves or publishes a story that uses it.

const rounds = Array.from({ length: 12 }, (_, number) => number)
const tab = 'tab-merged-0001'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

type References = Partial<
  Pick<StoryContent, 'category' | 'contributorIds' | 'topicIds' | 'sourceId'> & {
    categoryId: number
  }
>

/** The text that the writer typed in each round. None of it may be lost. */
const typed = (round: number) => [paragraphBlock(`এই লেখা থাকবে, বার ${round}।`)]
const contentOf = (round: number, references: References): StoryContent => {
  const { categoryId: _, ...named } = references
  return { ...blankContent('national'), headline: `খবর ${round}`, body: typed(round), ...named }
}

/** A draft that carries what goes; what is written of it is saved. */
async function beginWriting(references: References): Promise<number> {
  const { contributorIds, topicIds, sourceId, categoryId } = references
  const columns = { sourceId: sourceId ?? null, ...(categoryId && { categoryId }) }
  const id = await insertStory(paper, {
    status: 'draft',
    publishAt: null,
    publishedAt: null,
    body: [paragraphBlock('আগের লেখা।')],
    ...columns,
    ...(contributorIds && { contributorIds }),
    ...(topicIds && { topicIds }),
  })
  await runCommand(db(), editor, openWorkingCopy, { articleId: id, tab }, noon)
  return id
}

const saveCopy = (articleId: number, content: StoryContent) =>
  runCommand(
    db(),
    editor,
    saveWorkingCopy,
    { articleId, tab, onVersion: 1, attempt: 'attempt-0001', earlier: [], content },
    noon,
  )

async function withCopy(round: number, references: References): Promise<number> {
  const id = await beginWriting(references)
  expect(await saveCopy(id, contentOf(round, references))).toMatchObject({ ok: true })
  return id
}

/** Made ready before the instant; answers what is to be done in it, and with which story. */
type Act = (round: number, references: References) => Promise<() => Promise<{ ok: boolean }>>

const ref = (id: number) => ({ id, expectedVersion: null, copyVersion: null })

const writing: Record<string, Act> = {
  'saves what is typed': async (round, references) => {
    const id = await beginWriting(references)
    return () => saveCopy(id, contentOf(round, references))
  },
  'makes a revision of it': async (round, references) => {
    const id = await withCopy(round, references)
    return () => runCommand(db(), editor, editStory, ref(id), noon)
  },
  'publishes it': async (round, references) => {
    const id = await withCopy(round, references)
    return () => runCommand(db(), editor, publishStory, { ...ref(id), copyVersion: 2 }, noon)
  },
  'hands it to the desk': async (round, references) => {
    const id = await withCopy(round, references)
    return () => runCommand(db(), editor, submitStory, { ...ref(id), copyVersion: 2 }, noon)
  },
  'begins a draft': async (round, references) => {
    const { kicker: _, standfirst: __, dateline: ___, ...story } = contentOf(round, references)
    return () => runCommand(db(), editor, draftStory, story, noon)
  },
}

/** At one instant, now the one first and now the other. */
async function atOnce(round: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const [first, second] = round % 2 ? [one, other] : [other, one]
  const outcomes = await Promise.all([first(), second()])
  expect(outcomes).toMatchObject([{ ok: true }, { ok: true }])
}

const allCopies = async () => [
  ...(await db().workingCopy.findMany()),
  ...(await db().conflictCopy.findMany()),
]
const contents = async () => (await allCopies()).map(({ content }) => content as StoryContent)

/** All that stands somewhere of what was typed. */
async function expectNothingLost() {
  const stories = await db().article.findMany({ select: { body: true } })
  const kept = JSON.stringify([stories, await contents()])
  for (const round of rounds) expect(kept).toContain(`এই লেখা থাকবে, বার ${round}।`)
}

describe('a category is made one with another while somebody', () => {
  /** A category of this round, to be merged into the national desk. */
  async function goingCategory(round: number) {
    const slug = `gone-${round}`
    await runCommand(db(), admin, addCategory, { slug, name: `বিভাগ ${round}`, parent: null })
    const { id } = await db().category.findUniqueOrThrow({ where: { slug } })
    return { id, slug }
  }

  const merge = (slug: string) =>
    runCommand(db(), admin, mergeCategories, { slug, into: 'national' }, noon)

  async function expectFollowed(stands: string) {
    const slugs = (await db().category.findMany()).map(({ slug }) => slug)
    const homes = await db().article.findMany({ select: { category: { select: { slug: true } } } })
    expect(new Set(homes.map(({ category }) => category.slug))).toEqual(new Set([stands]))
    for (const { category } of await contents()) expect(slugs).toContain(category)
    for (const round of rounds) {
      expect(await findRedirect(`/gone-${round}`)).toBe(`/${stands}`)
    }
    expect(await db().redirect.count()).toBe(rounds.length)
  }

  const inCategory: Record<string, Act> = {
    ...writing,
    'moves a story into it': async (round, { category = '' }) => {
      const id = await insertStory(paper, { categoryId: paper.sports.id, body: typed(round) })
      return () =>
        runCommand(db(), editor, moveStory, { id, expectedVersion: null, category }, noon)
    },
    'publishes a story of it': async (round, references) => {
      const draft = { status: 'draft' as const, publishAt: null, body: typed(round) }
      const id = await insertStory(paper, { ...draft, categoryId: references.categoryId ?? 0 })
      return () => runCommand(db(), editor, publishStory, { id, expectedVersion: null }, noon)
    },
    'brings an old revision back': async (round, references) => {
      const id = await withCopy(round, references)
      await runCommand(db(), editor, editStory, ref(id), noon)
      const revision = { id, number: 1, expectedVersion: null }
      return () => runCommand(db(), editor, restoreRevision, revision, noon)
    },
  }

  test.each(Object.entries(inCategory))(
    '%s: it stands in the other, and the old address leads there by one step',
    async (_, act) => {
      for (const round of rounds) {
        const { id, slug } = await goingCategory(round)
        const run = await act(round, { category: slug, categoryId: id })
        await atOnce(round, run, () => merge(slug))
      }

      await expectFollowed('national')
      await expectNothingLost()
    },
  )

  test('begins a story in it: it stands in the other', async () => {
    for (const round of rounds) {
      const { slug } = await goingCategory(round)
      const begin = () =>
        runCommand(db(), editor, newStory, { key: `form-key-${round}-0001`, category: slug }, noon)
      await atOnce(round, begin, () => merge(slug))
    }

    await expectFollowed('national')
  })
})

test('a category gets another address while somebody saves: the copy says the new one', async () => {
  for (const round of rounds) {
    const slug = `old-${round}`
    await runCommand(db(), admin, addCategory, { slug, name: `বিভাগ ${round}`, parent: null })
    const id = await beginWriting({})
    const save = () => saveCopy(id, contentOf(round, { category: slug }))
    await atOnce(round, save, () =>
      runCommand(db(), admin, renameCategory, { slug, newSlug: `new-${round}` }),
    )
  }

  const said = (await contents()).map(({ category }) => category).toSorted()
  expect(said).toEqual(rounds.map((round) => `new-${round}`).toSorted())
  await expectNothingLost()
})

type Kind = {
  add: (name: string) => Promise<{ id: number; slug: string }>
  references: (id: number) => References
  merge: (id: number, intoId: number) => Promise<Outcome>
  /** Where its list is read; a source has none. */
  path: (slug: string) => string | null
}

const kinds: Record<string, Kind> = {
  author: {
    add: (name) => db().contributor.create({ data: { slug: name, name, kind: 'person' } }),
    references: (id) => ({ contributorIds: [id] }),
    merge: (id, intoId) => runCommand(db(), editor, mergeContributors, { id, intoId }, noon),
    path: (slug) => `/author/${slug}`,
  },
  topic: {
    add: (name) => db().topic.create({ data: { slug: name, name } }),
    references: (id) => ({ topicIds: [id] }),
    merge: (id, intoId) => runCommand(db(), editor, mergeTopics, { id, intoId }, noon),
    path: (slug) => `/topic/${slug}`,
  },
  source: {
    add: (name) => db().source.create({ data: { slug: name, name } }),
    references: (id) => ({ sourceId: id }),
    merge: (id, intoId) => runCommand(db(), editor, mergeSources, { id, intoId }, noon),
    path: () => null,
  },
}

const named: Record<string, Act> = {
  ...writing,
  'tidies a published story': async (round, { category: _, categoryId: __, ...references }) => {
    const id = await insertStory(paper, { body: typed(round) })
    return () =>
      runCommand(db(), editor, editStory, { id, expectedVersion: null, ...references }, noon)
  },
}

describe.each(Object.entries(kinds))(
  'a name (%s) is made one with another while somebody',
  (_, kind) => {
    test.each(Object.entries(named))(
      '%s: the story carries the one that stays',
      async (__, act) => {
        const stays = await kind.add('stays')
        const path = kind.path('stays')
        for (const round of rounds) {
          const goes = await kind.add(`gone-${round}`)
          const run = await act(round, kind.references(goes.id))
          await atOnce(round, run, () => kind.merge(goes.id, stays.id))
          const old = kind.path(goes.slug)
          expect(old && (await findRedirect(old))).toBe(path)
        }

        for (const content of await contents())
          expect(content).toMatchObject(kind.references(stays.id))
        expect(await tiedStories(kind.references(stays.id))).toBe(await tiedStories({}))
        await expectNothingLost()
      },
    )
  },
)

/** How many stories, or the copies of them, carry these names. */
async function tiedStories({ contributorIds, topicIds, sourceId }: References): Promise<number> {
  const tied = await db().article.findMany({
    where: {
      ...(contributorIds && { bylines: { some: { contributorId: { in: contributorIds } } } }),
      ...(topicIds && { topics: { some: { topicId: { in: topicIds } } } }),
      ...(sourceId && { sourceId }),
    },
  })
  return tied.length
}
