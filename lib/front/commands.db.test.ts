import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { withdrawStory } from '@/lib/newsroom/publish/publish-commands'
import {
  editor,
  listInvalidatedTags,
  whileInvalidationFails,
} from '@/tools/test-harness/fixtures/actors'
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
import { setFrontPins } from './commands'
import { getFront } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

type Pin = { id: number; until?: Date | string | null }
const set = (pins: Pin[], expectedIds: number[] | null = null) =>
  runCommand(db(), editor, setFrontPins, { pins, expectedIds }, noon)
const pin = (...ids: number[]) => ids.map((id) => ({ id }))
const currentPins = async () => {
  const pins = await db().frontPin.findMany({ orderBy: { position: 'asc' } })
  return pins.map(({ position, articleId }) => [position, articleId])
}
async function addMany(count: number): Promise<number[]> {
  const ids: number[] = []
  for (let index = 0; index < count; index += 1) {
    ids.push(await insertStory(paper, { publishAt: at(-hours(count - index)) }))
  }
  return ids
}
const top = async (now = noon) => {
  const { lead, seconds } = await getFront(paper.categories, now)
  return [lead?.id, ...seconds.map((story) => story.id)]
}

describe('the order of the front page', () => {
  test('is what the editor says, lead first, in place of what was held before', async () => {
    const [a, b, c] = (await addMany(3)) as [number, number, number]
    await set(pin(c, b))

    const outcome = await set(pin(a, c))

    expect(await currentPins()).toEqual([
      [0, a],
      [1, c],
    ])
    expect(await top()).toEqual([a, c, b])
    expect(outcome.ok && tagsTouchedBy(outcome.change)).toEqual(['front'])
    expect(await listInvalidatedTags()).toEqual(['front'])
  })

  test('sets itself where nothing is held', async () => {
    const [a, b] = (await addMany(2)) as [number, number]
    await set(pin(a))

    await set([])

    expect(await currentPins()).toEqual([])
    expect(await top()).toEqual([b, a])
  })

  test('frees a place at its instant', async () => {
    const [a, b] = (await addMany(2)) as [number, number]

    await set([{ id: a, until: at(hours(1)) }])

    expect([await top(at(hours(1) - 1)), await top(at(hours(1)))]).toEqual([
      [a, b],
      [b, a],
    ])
  })

  test('keeps a place for a story that waits for its hour', async () => {
    const [a] = (await addMany(1)) as [number]
    const scheduled = await insertStory(paper, {
      status: 'scheduled',
      publishAt: at(hours(1)),
      publishedAt: null,
    })

    await set(pin(scheduled))

    expect([await top(), await top(at(hours(1)))]).toEqual([[a], [scheduled, a]])
  })
})

describe('refused, with all as it was', () => {
  const refused = async (run: () => ReturnType<typeof set>, reason: string) => {
    const before = await dumpDatabase()
    expect(await run()).toEqual({ ok: false, reason })
    expect(await dumpDatabase()).toEqual(before)
  }

  test.each<[string, StoryOptions]>([
    ['a draft', { status: 'draft' }],
    ['a withdrawn story', { status: 'withdrawn', withdrawnAt: noon }],
    ['a headline without its story', { isHeadlineOnly: true, body: [] }],
  ])('%s', async (_, overrides) => {
    const [a] = await addMany(1)
    const id = await insertStory(paper, overrides)

    await refused(() => set(pin(a as number, id)), 'pinNotPublic')
  })

  test('a story that is not there', async () => {
    await refused(() => set(pin(404)), 'pinNotPublic')
  })

  test('an end that has passed', async () => {
    const [a] = await addMany(1)

    await refused(() => set([{ id: a as number, until: noon }]), 'hourPassed')
  })

  test('more than the page has places for, or one story twice', async () => {
    const ids = await addMany(7)

    const invalid = { ok: false, reason: 'invalid', fields: ['pins'] }
    expect([await set(pin(...ids)), await set(pin(1, 1))]).toEqual([invalid, invalid])
  })

  test('an order made on sight of another than is held', async () => {
    const [a, b] = (await addMany(2)) as [number, number]
    await set(pin(a))

    await refused(() => set(pin(b), []), 'outdated')
    await refused(() => set(pin(b), [b]), 'outdated')
    expect(await set(pin(b), [a])).toMatchObject({ ok: true })
  })
})

describe('at once', () => {
  test('of two editors who saw the same front one is refused', async () => {
    const [a, b] = (await addMany(2)) as [number, number]

    const outcomes = await Promise.all([set(pin(a, b), []), set(pin(b, a), [])])

    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, reason: 'outdated' }])
    expect(await currentPins()).toHaveLength(2)
  })

  test('pinning and withdrawing one story leave no pin of a withdrawn story', async () => {
    const [a] = (await addMany(1)) as [number]
    const withdraw = { id: a, expectedVersion: null, reason: 'ভুল' }

    await Promise.all([set(pin(a)), runCommand(db(), editor, withdrawStory, withdraw, noon)])

    expect(await currentPins()).toEqual([])
  })
})

test('a change that cannot be announced to the servers is not made', async () => {
  const [a] = (await addMany(1)) as [number]
  const before = await dumpDatabase()

  await whileInvalidationFails(async () => {
    await expect(set(pin(a))).rejects.toThrow()
  })

  expect(await dumpDatabase()).toEqual(before)
})
