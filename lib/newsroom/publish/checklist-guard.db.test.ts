import { beforeEach, describe, expect, test } from 'vitest'
import * as drafting from '@/lib/articles/draft-commands'
import { importActor } from '@/lib/auth/system-actors'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import * as importing from '@/lib/import/commands'
import type { Outcome } from '@/lib/outcome'
import messages from '@/messages/bn.json'
import { parseCliCommand } from '@/tools/newsroom-cli/parse-cli-command'
import { runCliCommand } from '@/tools/newsroom-cli/run-cli-command'
import { editor, testActor } from '@/tools/test-harness/fixtures/actors'
import { saveInCopy } from '@/tools/test-harness/fixtures/editor-tabs'
import { anyVersion, readStory, reasonOf } from '@/tools/test-harness/fixtures/stories'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type StoryOptions,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import * as editing from './edit-commands'
import * as publishing from './publish-commands'
import * as trashing from './trash-commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const { editStory, noteChange } = editing
const { finalizeScheduled, publishStory, restoreStory, scheduleStory } = publishing
const standfirst = 'নদীর পাড়ের মানুষ রাত জেগে পাহারা দিচ্ছেন।'

const blockStoriesWithoutStandfirst = () =>
  db().paper.updateMany({ data: { settings: { checklist: { noStandfirst: 'block' } } } })
const draft = (options: StoryOptions = {}) =>
  insertStory(paper, { status: 'inReview', publishAt: null, ...options })
const planned = () =>
  draft({ standfirst, status: 'scheduled', publishAt: at(hours(1)), publishedAt: null })
const published = () => insertStory(paper, { standfirst })
const withoutStandfirst = async (id: number) => {
  await saveInCopy(editor, id, { standfirst: '' })
  return id
}
const cli = async (...words: string[]) => {
  const command = parseCliCommand(words)
  if (!command) throw new Error(words.join(' '))
  return runCliCommand(command, env.DATABASE_URL ?? '')
}

type Way = { make: () => Promise<number>; act: (id: number) => Promise<Outcome> }
const note = { kind: 'update', note: 'নতুন তথ্য' } as const
/** Every way in which readers get a story, now or at a planned time. */
const ways: Record<string, Way> = {
  publishStory: {
    make: draft,
    act: (id) => runCommand(db(), editor, publishStory, anyVersion(id), noon),
  },
  scheduleStory: {
    make: draft,
    act: (id) => {
      const plan = { ...anyVersion(id), publishAt: at(hours(1)) }
      return runCommand(db(), editor, scheduleStory, plan, noon)
    },
  },
  restoreStory: {
    make: () => insertStory(paper, { status: 'withdrawn', withdrawnAt: noon }),
    act: (id) => runCommand(db(), editor, restoreStory, anyVersion(id), noon),
  },
  'editStory of a planned story': {
    make: async () => withoutStandfirst(await planned()),
    act: (id) => runCommand(db(), editor, editStory, anyVersion(id), noon),
  },
  'editStory of a public story': {
    make: published,
    act: (id) => runCommand(db(), editor, editStory, { ...anyVersion(id), standfirst: null }, noon),
  },
  noteChange: {
    make: async () => withoutStandfirst(await published()),
    act: (id) => runCommand(db(), editor, noteChange, { ...anyVersion(id), ...note }, noon),
  },
  importStories: {
    make: published,
    act: () => {
      const story = {
        key: 'page:1',
        headline: 'আমদানি',
        bylines: [],
        publishedAt: noon,
        changedAt: null,
        paragraphs: ['লেখা।'],
        source: null,
        category: null,
        moreInCategory: [],
        readMore: [],
        isDraft: false,
      }
      const sent = { file: 'stories.jsonl', stories: [story] }
      return runCommand(db(), importActor, importing.importStories, sent, noon)
    },
  },
}

/** Commands of stories that give readers no text that they do not have, each with the reason. */
const unguarded = {
  draftStory: 'a draft is not public',
  submitStory: 'the desk is not the readers',
  sendBack: 'a draft is not public',
  unscheduleStory: 'takes a plan away',
  setEmbargo: 'changes the time of a plan that was checked',
  finalizeScheduled: 'records that time has published what was checked when it was planned',
  withdrawStory: 'takes a story from readers',
  moveStory: 'changes no word',
  requestPublicationCheck: 'changes nothing',
  requestPlannedChange: 'changes nothing',
  rewordNote: 'changes no word of the story',
  trashStory: 'readers do not have it',
  untrashStory: 'readers do not have it',
}

describe('the checklist refuses a story that lacks what it blocks', () => {
  test.each(Object.entries(ways))('%s', async (_, { make, act }) => {
    const id = await make()
    await blockStoriesWithoutStandfirst()
    const before = await dumpDatabase()

    expect(reasonOf(await act(id))).toBe('notReady')
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each([
    ['publish', draft, []],
    ['schedule', draft, ['--at', '2036-03-26T14:02:00.000Z']],
    ['restore', ways.restoreStory?.make ?? draft, []],
  ])('from the terminal: %s', async (name, make, options) => {
    const id = await make()
    await blockStoriesWithoutStandfirst()
    const before = await dumpDatabase()

    const { isDone, lines } = await cli(name, String(id), ...options)

    expect(isDone).toBe(false)
    expect(lines).toEqual([messages.refusals.notReady])
    expect(await dumpDatabase()).toEqual(before)
  })
})

test('every command of stories is guarded, or says why it is not', () => {
  const modules = [drafting, editing, publishing, trashing, importing]
  const names = modules.flatMap((module) => Object.values(module)).map(({ name }) => name as string)
  const guarded = Object.keys(ways).map((way) => way.split(' ')[0] ?? '')

  expect([...new Set([...guarded, ...Object.keys(unguarded)])].toSorted()).toEqual(names.toSorted())
})

test('a planned story that passed becomes public by time, whatever the paper decides later', async () => {
  const id = await draft()
  await runCommand(
    db(),
    editor,
    scheduleStory,
    { ...anyVersion(id), publishAt: at(hours(1)) },
    noon,
  )
  await blockStoriesWithoutStandfirst()

  const outcome = await runCommand(
    db(),
    testActor('system'),
    finalizeScheduled,
    { id },
    at(hours(2)),
  )

  expect(outcome.ok).toBe(true)
})

test('a public story that lacks something is corrected without it', async () => {
  const id = await insertStory(paper)
  await blockStoriesWithoutStandfirst()

  const correction = { ...anyVersion(id), ...note, headline: 'সংশোধিত শিরোনাম' }
  const outcome = await runCommand(db(), editor, noteChange, correction, noon)

  expect(outcome.ok).toBe(true)
  expect(await readStory(id)).toMatchObject({ headline: 'সংশোধিত শিরোনাম' })
})
