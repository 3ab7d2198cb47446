import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rendered } from '@/scripts/test/press-parts'
import type { PressDocument } from './document'
import { Press } from './press'
import type { Shelf } from './shelf'
import { TagTimes } from './tag-times'

/** A shelf that two presses share, as two processes share a disk or a Redis. */
function sharedShelf(): Shelf & { keys: string[] } {
  const held = new Map<string, Buffer>()
  return {
    find: async (key) => held.get(key) ?? null,
    put: (key, bytes) => held.set(key, bytes),
    get keys() {
      return [...held.keys()]
    },
  }
}

const hour = 3_600_000
const textOf = (document: PressDocument | null) =>
  document && gunzipSync(document.bytes.gzip).toString()

/** A press with a clock; `edition` is what its renders say. */
function pressOn(shelf: Shelf, edition: string, nowMs: number, isKnown = true) {
  const tagTimes = new TagTimes(() => nowMs)
  tagTimes.isKnown = isKnown
  const renders: string[] = []
  const press = new Press({
    shelf,
    tagTimes,
    maxBytes: 1_000_000,
    clock: () => nowMs,
    onError: () => undefined,
    render: async (path) => {
      renders.push(path)
      if (edition === 'none') throw new Error('no database')
      return rendered({
        html: edition,
        status: path === '/missing' ? 404 : 200,
        ownTags: ['article:7'],
        listTags: ['latest'],
      })
    },
  })
  return { press, tagTimes, renders }
}

describe('a document that another process made', () => {
  test('is handed out without rendering', async () => {
    const shelf = sharedShelf()
    await pressOn(shelf, 'প্রথম', 0).press.get('/national/7')
    const { press, renders } = pressOn(shelf, 'দ্বিতীয়', hour)

    const document = await press.get('/national/7')

    expect(textOf(document)).toBe('প্রথম')
    expect(renders).toEqual([])
  })

  test('is not handed out when news of its own came after it was made', async () => {
    const shelf = sharedShelf()
    await pressOn(shelf, 'প্রথম', 0).press.get('/national/7')
    const { press, tagTimes } = pressOn(shelf, 'দ্বিতীয়', hour)

    tagTimes.expire(['article:7'], hour / 2)

    expect(textOf(await press.get('/national/7'))).toBe('দ্বিতীয়')
  })

  test('is not trusted when the news are so near its making that clocks cannot tell', async () => {
    const shelf = sharedShelf()
    await pressOn(shelf, 'প্রথম', hour).press.get('/national/7')
    const { press, tagTimes } = pressOn(shelf, 'দ্বিতীয়', 2 * hour)

    tagTimes.expire(['article:7'], hour - 30_000)

    expect(textOf(await press.get('/national/7'))).toBe('দ্বিতীয়')
  })

  test('is handed out while it is made anew when only its lists had news', async () => {
    const shelf = sharedShelf()
    await pressOn(shelf, 'প্রথম', 0).press.get('/national/7')
    const { press, tagTimes, renders } = pressOn(shelf, 'দ্বিতীয়', hour)

    tagTimes.expire(['latest'], hour / 2)
    const meanwhile = await press.get('/national/7')

    expect(textOf(meanwhile)).toBe('প্রথম')
    expect(renders).toEqual(['/national/7'])
  })

  test('is served while the database is down, but made anew as soon as it can be', async () => {
    const shelf = sharedShelf()
    await pressOn(shelf, 'প্রথম', 0).press.get('/national/7')
    const { press, renders } = pressOn(shelf, 'none', hour, false)

    const first = await press.get('/national/7')
    const second = await press.get('/national/7')

    expect([textOf(first), textOf(second)]).toEqual(['প্রথম', 'প্রথম'])
    expect(renders.length).toBeGreaterThan(0)
  })
})

test('addresses that lead nowhere take no room on the shelf', async () => {
  const shelf = sharedShelf()
  const { press } = pressOn(shelf, 'নেই', 0)

  await press.get('/missing')
  await press.get('/national/7')

  expect(shelf.keys).toEqual(['/national/7'])
})

test('while the database is sick, old copies stand in without asking it for every reader', async () => {
  const shelf = sharedShelf()
  await pressOn(shelf, 'প্রথম', 0).press.get('/national/7')
  const { press, renders } = pressOn(shelf, 'none', hour, false)

  for (let reader = 0; reader < 20; reader += 1) {
    await press.get('/national/7')
    await Promise.resolve()
  }

  expect(renders.length).toBeLessThan(3)
})
