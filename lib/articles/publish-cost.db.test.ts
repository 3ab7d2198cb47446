import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { noteChange } from '@/lib/newsroom/publish/edit-commands'
import { moveStory, publishStory, withdrawStory } from '@/lib/newsroom/publish/publish-commands'
import { editor, listInvalidatedTags } from '@/tools/test-harness/fixtures/actors'
import {
  closeRecorded,
  recordDatabase,
  statementsOf,
} from '@/tools/test-harness/fixtures/recorded-db'
import {
  at,
  hours,
  insertStories,
  insertStory,
  noon,
  resetToTestPaper,
} from '@/tools/test-harness/fixtures/test-paper'

/** How often a command asks the database, and what it makes stale. */
type Cost = { statements: number; tags: string[] }

const few = 100
const many = 5_000
const costs: Record<number, Record<string, Cost>> = {}

async function costOf(command: () => Promise<{ ok: boolean }>): Promise<Cost> {
  await db().tagVersion.deleteMany()
  const statements = await statementsOf(async () =>
    expect(await command()).toMatchObject({ ok: true }),
  )
  return { statements: statements.length, tags: await listInvalidatedTags() }
}

/** In a paper of so many stories, all of which stand on the lists that the one comes into. */
async function costsAt(count: number): Promise<Record<string, Cost>> {
  const paper = await resetToTestPaper()
  const { dhaka, flood, national, person, sports } = paper
  const references = { contributorIds: [person.id], topicIds: [flood.id] }
  const hidden = { status: 'draft' as const, publishAt: null, publishedAt: null }
  await insertStories(count, {
    from: at(-hours(count)),
    stepMs: hours(1),
    categoryIds: [national, dhaka, sports].map(({ id }) => id),
    contributorId: person.id,
    topicId: flood.id,
  })
  const id = await insertStory(paper, { id: 1_000_000, ...hidden, ...references })
  const ref = { id, expectedVersion: null }
  const note = { ...ref, kind: 'correction' as const, note: 'ভুল ছিল' }
  return {
    publish: await costOf(() => runCommand(db(), editor, publishStory, ref, noon)),
    correct: await costOf(() => runCommand(db(), editor, noteChange, note, noon)),
    move: await costOf(() =>
      runCommand(db(), editor, moveStory, { ...ref, category: 'dhaka' }, noon),
    ),
    withdraw: await costOf(() =>
      runCommand(db(), editor, withdrawStory, { ...ref, reason: 'ভুল' }, noon),
    ),
  }
}

beforeAll(async () => {
  recordDatabase()
  for (const count of [few, many]) costs[count] = await costsAt(count)
})
afterAll(closeRecorded)

test.each(['publish', 'correct', 'move', 'withdraw'])(
  'to %s a story costs as many statements among five thousand as among a hundred, and makes the same tags stale',
  (command) => {
    const [small, large] = [few, many].map((count) => costs[count]?.[command])

    expect(large?.statements).toBe(small?.statements)
    expect(large?.tags).toEqual(small?.tags)
    expect(large?.tags.length).toBeLessThan(10)
  },
)
