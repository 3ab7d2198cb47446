import { beforeEach, describe, expect, test } from 'vitest'
import { draftStory } from '@/lib/articles/draft-commands'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { openWorkingCopy, saveWorkingCopy } from '@/lib/newsroom/draft/working-copy-commands'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { restoreRevision } from '@/lib/newsroom/revisions/revision-commands'
import { editor } from '@/tools/test-harness/fixtures/actors'
import {
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { mergeContributors, mergeSources, mergeTopics } from './edit-commands'

type Old = { contributor: number; topic: number; source: number }

let paper: TestPaper
let old: Old
let remaining: Old
beforeEach(async () => {
  paper = await resetToTestPaper()
  const name = 'পুরোনো নাম'
  const contributor = await db().contributor.create({ data: { slug: 'old', name, kind: 'person' } })
  const topic = await db().topic.create({ data: { slug: 'old', name } })
  const source = await db().source.create({ data: { slug: 'old', name } })
  const stays = await db().source.create({ data: { slug: 'bss', name: 'বাসস' } })
  old = { contributor: contributor.id, topic: topic.id, source: source.id }
  remaining = { contributor: paper.person.id, topic: paper.flood.id, source: stays.id }
})

const oldReferences = () => ({
  contributorIds: [old.contributor, paper.desk.id],
  topicIds: [old.topic],
  sourceId: old.source,
})
const mergedReferences = () => ({
  contributorIds: [remaining.contributor, paper.desk.id],
  topicIds: [remaining.topic],
  sourceId: remaining.source,
})

async function mergeAll(from: Old = old, into: Old = remaining) {
  const outcomes = [
    await runCommand(
      db(),
      editor,
      mergeContributors,
      { id: from.contributor, intoId: into.contributor },
      noon,
    ),
    await runCommand(db(), editor, mergeTopics, { id: from.topic, intoId: into.topic }, noon),
    await runCommand(db(), editor, mergeSources, { id: from.source, intoId: into.source }, noon),
  ]
  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true })
}

const referencesOf = async (id: number) => {
  const { bylines, topics, sourceId } = await db().article.findUniqueOrThrow({
    where: { id },
    include: { bylines: { orderBy: { position: 'asc' } }, topics: true },
  })
  return {
    contributorIds: bylines.map(({ contributorId }) => contributorId),
    topicIds: topics.map(({ topicId }) => topicId),
    sourceId,
  }
}

describe('whoever had a story open while its names were made one with others', () => {
  const tab = 'tab-open-0001'

  async function open(articleId: number) {
    const outcome = await runCommand(db(), editor, openWorkingCopy, { articleId, tab }, noon)
    if (!outcome.ok) throw new Error(outcome.reason)
    return outcome.open
  }
  const save = (articleId: number, content: StoryContent, onVersion: number, attempt: string) =>
    runCommand(
      db(),
      editor,
      saveWorkingCopy,
      { articleId, tab, onVersion, attempt, earlier: [], content },
      noon,
    )

  test('saves with the old numbers, and the story has the names that stayed', async () => {
    const id = await insertStory(paper, { status: 'draft', publishAt: null, ...oldReferences() })
    const { content, state } = await open(id)
    await mergeAll()

    const saved = await save(
      id,
      { ...content, ...oldReferences(), body: [paragraphBlock('তারপর লেখা।')] },
      state.copyVersion,
      'attempt-0001',
    )

    expect(saved).toMatchObject({ ok: true })
    expect((await open(id)).content).toMatchObject(mergedReferences())
    const ref = { id, expectedVersion: state.version, copyVersion: null }
    expect(await runCommand(db(), editor, editStory, ref, noon)).toMatchObject({ ok: true })
    expect(await referencesOf(id)).toEqual(mergedReferences())
  })

  test('has one line of two that are one now', async () => {
    const id = await insertStory(paper, { status: 'draft', publishAt: null })
    const { content, state } = await open(id)
    await mergeAll()
    const both = {
      contributorIds: [old.contributor, remaining.contributor],
      topicIds: [],
      sourceId: null,
    }

    await save(id, { ...content, ...both }, state.copyVersion, 'attempt-0002')

    expect((await open(id)).content).toMatchObject({ contributorIds: [remaining.contributor] })
  })

  test('is led on over a second merge', async () => {
    const id = await insertStory(paper, { status: 'draft', publishAt: null })
    await mergeAll()
    const last = await db().contributor.create({
      data: { slug: 'last', name: 'শেষ নাম', kind: 'person' },
    })
    await runCommand(
      db(),
      editor,
      mergeContributors,
      { id: remaining.contributor, intoId: last.id },
      noon,
    )

    const outcome = await runCommand(
      db(),
      editor,
      editStory,
      { id, expectedVersion: null, contributorIds: [old.contributor] },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true })
    expect((await referencesOf(id)).contributorIds).toEqual([last.id])
  })
})

test('a draft begun with the old numbers has the names that stayed', async () => {
  await mergeAll()

  const outcome = await runCommand(
    db(),
    editor,
    draftStory,
    { category: 'national', headline: 'খসড়া', body: [paragraphBlock('লেখা।')], ...oldReferences() },
    noon,
  )

  if (!outcome.ok) throw new Error(outcome.reason)
  expect(await referencesOf(outcome.story.id)).toEqual(mergedReferences())
})

test('an old revision comes back with the names that stayed', async () => {
  const id = await insertStory(paper, oldReferences())
  await runCommand(
    db(),
    editor,
    editStory,
    { id, expectedVersion: null, headline: 'প্রথম', body: [paragraphBlock('লেখা।')] },
    noon,
  )
  await mergeAll()

  const ref = { id, number: 1, expectedVersion: null }
  expect(await runCommand(db(), editor, restoreRevision, ref, noon)).toMatchObject({ ok: true })

  const copy = await db().workingCopy.findUniqueOrThrow({ where: { articleId: id } })
  expect(copy.content).toMatchObject(mergedReferences())
})

test('a number that never was a name is refused as before', async () => {
  const id = await insertStory(paper)

  expect(
    await runCommand(
      db(),
      editor,
      editStory,
      { id, expectedVersion: null, topicIds: [40_404] },
      noon,
    ),
  ).toMatchObject({ ok: false, reason: 'noSuchTopic' })
})
