import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { TagVersions } from '@/server/invalidation/tag-versions'
import { DatabaseUnavailableError } from '@/server/render/render-queue'
import { rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import type { CacheStore } from './cache-store'
import type { CachedPage } from './cached-page'
import { DamagedPageError, PageCache } from './page-cache'

/** A cache store that two servers share, as two processes share a disk or a Redis. */
function sharedStore(): CacheStore & { keys: string[] } {
  const entries = new Map<string, Buffer>()
  return {
    find: async (key) => entries.get(key) ?? null,
    put: (key, bytes) => entries.set(key, bytes),
    remove: (key) => entries.delete(key),
    get keys() {
      return [...entries.keys()]
    },
  }
}

const hour = 3_600_000
const textOf = (page: CachedPage | null) => page && gunzipSync(page.bytes.gzip).toString()

/** A server with a clock; `edition` is what its renders say. */
function cacheOn(store: CacheStore, edition: string, nowMs: number, isInSync = true) {
  const tagVersions = new TagVersions(() => nowMs)
  tagVersions.isInSync = isInSync
  const renders: string[] = []
  const errors: unknown[] = []
  const pageCache = new PageCache({
    store,
    tagVersions,
    maxBytes: 1_000_000,
    clock: () => nowMs,
    onError: (error) => errors.push(error),
    render: async (path) => {
      renders.push(path)
      if (path === '/broken') throw new Error('a fault of this page')
      if (edition === 'none') throw new DatabaseUnavailableError()
      return rendered({
        html: edition,
        status: path === '/missing' ? 404 : 200,
        ownTags: ['article:7'],
        listTags: ['latest'],
      })
    },
  })
  return { pageCache, tagVersions, renders, errors }
}

describe('a page that another process rendered', () => {
  test('is served without a render', async () => {
    const store = sharedStore()
    await cacheOn(store, 'প্রথম', 0).pageCache.get('/national/7')
    const { pageCache, renders } = cacheOn(store, 'দ্বিতীয়', hour)

    const page = await pageCache.get('/national/7')

    expect(textOf(page)).toBe('প্রথম')
    expect(renders).toEqual([])
  })

  test('is not served when its own subject was invalidated after the render', async () => {
    const store = sharedStore()
    await cacheOn(store, 'প্রথম', 0).pageCache.get('/national/7')
    const { pageCache, tagVersions } = cacheOn(store, 'দ্বিতীয়', hour)

    tagVersions.invalidate(['article:7'], hour / 2)

    expect(textOf(await pageCache.get('/national/7'))).toBe('দ্বিতীয়')
  })

  test('is not served when invalidation and render are within the clock tolerance', async () => {
    const store = sharedStore()
    await cacheOn(store, 'প্রথম', hour).pageCache.get('/national/7')
    const { pageCache, tagVersions } = cacheOn(store, 'দ্বিতীয়', 2 * hour)

    tagVersions.invalidate(['article:7'], hour - 30_000)

    expect(textOf(await pageCache.get('/national/7'))).toBe('দ্বিতীয়')
  })

  test('is served while it is rendered again when only its lists were invalidated', async () => {
    const store = sharedStore()
    await cacheOn(store, 'প্রথম', 0).pageCache.get('/national/7')
    const { pageCache, tagVersions, renders } = cacheOn(store, 'দ্বিতীয়', hour)

    tagVersions.invalidate(['latest'], hour / 2)
    const meanwhile = await pageCache.get('/national/7')

    expect(textOf(meanwhile)).toBe('প্রথম')
    expect(renders).toEqual(['/national/7'])
  })

  test('is served while the database is down, and its render is tried', async () => {
    const store = sharedStore()
    await cacheOn(store, 'প্রথম', 0).pageCache.get('/national/7')
    const { pageCache, renders } = cacheOn(store, 'none', hour, false)

    const first = await pageCache.get('/national/7')
    const second = await pageCache.get('/national/7')

    expect([textOf(first), textOf(second)]).toEqual(['প্রথম', 'প্রথম'])
    expect(renders.length).toBeGreaterThan(0)
  })
})

test('a “not found” page is not written to the store', async () => {
  const store = sharedStore()
  const { pageCache } = cacheOn(store, 'নেই', 0)

  await pageCache.get('/missing')
  await pageCache.get('/national/7')

  expect(store.keys).toEqual(['/national/7'])
})

test.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ['of another program', () => Buffer.from('{"status":200}')],
])('a stored page that is %s is rendered again, replaced and logged once', async (_, damage) => {
  const store = sharedStore()
  await cacheOn(store, 'প্রথম', 0).pageCache.get('/national/7')
  const stored = await store.find('/national/7')
  store.put('/national/7', damage(stored ?? Buffer.alloc(0)))
  const { pageCache, renders, errors } = cacheOn(store, 'দ্বিতীয়', hour)

  const pages = await Promise.all([1, 2, 3].map(() => pageCache.get('/national/7')))

  expect(pages.map(textOf)).toEqual(['দ্বিতীয়', 'দ্বিতীয়', 'দ্বিতীয়'])
  expect(renders).toEqual(['/national/7'])
  expect(errors).toEqual([new DamagedPageError()])
  expect(textOf(await cacheOn(store, 'তৃতীয়', hour).pageCache.get('/national/7'))).toBe('দ্বিতীয়')
})

test('while the database does not answer, stale pages are served without a query for every request', async () => {
  const store = sharedStore()
  await cacheOn(store, 'প্রথম', 0).pageCache.get('/national/7')
  const { pageCache, renders } = cacheOn(store, 'none', hour, false)

  for (let reader = 0; reader < 20; reader += 1) {
    await pageCache.get('/national/7')
    await Promise.resolve()
  }

  expect(renders.length).toBeLessThan(3)
})

test('one page that cannot be rendered does not keep another page stale', async () => {
  const store = sharedStore()
  await cacheOn(store, 'প্রথম', 0).pageCache.get('/')
  const { pageCache, renders } = cacheOn(store, 'দ্বিতীয়', hour, false)
  await pageCache.get('/broken').catch(() => undefined)

  await pageCache.get('/')

  expect(renders).toEqual(['/broken', '/'])
})
