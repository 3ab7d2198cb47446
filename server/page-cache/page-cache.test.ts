import { gunzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { staleWindowMs } from '@/server/invalidation/tag-versions'
import { RenderQueueFullError } from '@/server/render/render-queue'
import {
  DeferredRenderer,
  pageCacheWith,
  type RenderOverrides,
  rendered,
} from '@/tools/test-harness/fixtures/page-cache-fixtures'
import type { CachedPage } from './cached-page'
import { RenderFailedError } from './page-cache'

const textOf = (cachedPage: CachedPage | null) =>
  cachedPage && gunzipSync(cachedPage.bytes.gzip).toString()

const story: RenderOverrides = { ownTags: ['article:7'], listTags: ['latest'] }

/** A server that has made the story's page once, as the first edition. */
async function cacheWithStory(first: RenderOverrides = {}) {
  const renderer = new DeferredRenderer()
  const parts = pageCacheWith(renderer.render)
  const pendingRender = parts.pageCache.get('/national/7')
  renderer.resolveNext({ ...story, html: 'প্রথম', ...first })
  await pendingRender
  return { ...parts, renderer, get: () => parts.pageCache.get('/national/7') }
}

describe('one making answers all who wait', () => {
  test('five hundred readers at once cost one render and get the same bytes', async () => {
    const renderer = new DeferredRenderer()
    const { pageCache } = pageCacheWith(renderer.render)

    const readers = Array.from({ length: 500 }, () => pageCache.get('/national/7'))
    renderer.resolveNext(story)
    const documents = await Promise.all(readers)

    expect(renderer.requestedPaths).toEqual(['/national/7'])
    expect(new Set(documents).size).toBe(1)
  })

  test('the next reader gets the copy that was kept', async () => {
    const { renderer, get } = await cacheWithStory()

    const cachedPage = await get()

    expect(textOf(cachedPage)).toBe('প্রথম')
    expect(renderer.requestedPaths).toHaveLength(1)
  })

  test('two addresses are two documents', async () => {
    const { pageCache } = pageCacheWith(async (path) => rendered({ html: path }))

    const [one, two] = await Promise.all([pageCache.get('/a'), pageCache.get('/b')])

    expect([textOf(one), textOf(two)]).toEqual(['/a', '/b'])
  })
})

describe('a copy whose lists are stale is handed out while a new one is made', () => {
  test('the reader does not wait, and the reader after the making gets the new one', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()

    tagVersions.invalidate(['latest'])
    const meanwhile = await get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(textOf(meanwhile)).toBe('প্রথম')
    await vi.waitFor(async () => expect(textOf(await get())).toBe('দ্বিতীয়'))
    expect(renderer.requestedPaths).toHaveLength(2)
  })

  test('any number of readers meanwhile cost one render', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()

    tagVersions.invalidate(['latest'])
    await Promise.all(Array.from({ length: 100 }, get))

    expect(renderer.requestedPaths).toHaveLength(2)
  })

  test('it goes on being handed out when the new one cannot be made', async () => {
    const { renderer, tagVersions, errors, get } = await cacheWithStory()

    tagVersions.invalidate(['latest'])
    await get()
    renderer.rejectNext()
    await vi.waitFor(() => expect(errors).toHaveLength(1))

    expect(textOf(await get())).toBe('প্রথম')
    expect(errors).toEqual(['/national/7: the database does not answer'])
  })

  test('a page rendered with a server error does not take its place', async () => {
    const { renderer, tagVersions, errors, get } = await cacheWithStory()

    tagVersions.invalidate(['latest'])
    await get()
    renderer.resolveNext({ status: 500, html: 'ভুল' })
    await vi.waitFor(() => expect(errors).toHaveLength(1))

    expect(textOf(await get())).toBe('প্রথম')
  })
})

describe('an old list is shown only while its news are young', () => {
  test('who comes later waits for the new one', async () => {
    const { renderer, tagVersions, clock, get } = await cacheWithStory()

    tagVersions.invalidate(['latest'])
    clock.nowMs += staleWindowMs
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(textOf(await waiting)).toBe('দ্বিতীয়')
  })

  test('newer news do not make those young that it has missed', async () => {
    const { renderer, tagVersions, clock, get } = await cacheWithStory()

    for (let minute = 0; minute < 5; minute += 1) {
      tagVersions.invalidate(['latest'])
      clock.nowMs += 60_000
    }
    tagVersions.invalidate(['latest'])
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(textOf(await waiting)).toBe('দ্বিতীয়')
  })

  test('news that came before it was made do not count', async () => {
    const renderer = new DeferredRenderer()
    const { pageCache, tagVersions, clock } = pageCacheWith(renderer.render)
    tagVersions.invalidate(['latest'])
    clock.nowMs += 60_000
    const pendingRender = pageCache.get('/national/7')
    renderer.resolveNext({ ...story, html: 'প্রথম' })
    await pendingRender

    tagVersions.invalidate(['latest'])

    expect(textOf(await pageCache.get('/national/7'))).toBe('প্রথম')
  })

  test('but when the new one cannot be had soon, the old one is better than waiting', async () => {
    const { renderer, tagVersions, clock, get } = await cacheWithStory()
    tagVersions.invalidate(['latest'])
    clock.nowMs += staleWindowMs

    const patient = await get()
    clock.nowMs += 300
    const began = performance.now()
    const later = await get()

    expect([textOf(patient), textOf(later)]).toEqual(['প্রথম', 'প্রথম'])
    expect(performance.now() - began).toBeLessThan(100)
    expect(renderer.requestedPaths).toHaveLength(2)
  })

  test('and when it cannot be made at all', async () => {
    const { renderer, tagVersions, clock, get } = await cacheWithStory()
    tagVersions.invalidate(['latest'])
    clock.nowMs += staleWindowMs

    const waiting = get()
    renderer.rejectNext()

    expect(textOf(await waiting)).toBe('প্রথম')
  })

  test('an absent page that is there by now is there for the next reader', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory({ status: 404, html: 'নেই' })

    tagVersions.invalidate(['latest'])
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'আছে' })

    expect(textOf(await waiting)).toBe('আছে')
  })
})

test('where too much is asked for, each old list tries again as soon as it is asked for', async () => {
  const renderedPaths: boolean[] = []
  const { pageCache, tagVersions } = pageCacheWith(async (_, isRevalidation) => {
    renderedPaths.push(isRevalidation)
    if (isRevalidation) throw new RenderQueueFullError()
    return rendered(story)
  })
  await pageCache.get('/national/7')
  tagVersions.invalidate(['latest'])

  for (let reader = 0; reader < 3; reader += 1) {
    await pageCache.get('/national/7')
    await new Promise(setImmediate)
  }

  expect(renderedPaths).toEqual([false, true, true, true])
})

describe('a copy whose own subject changed is never handed out', () => {
  test('the reader waits for the new one', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()

    tagVersions.invalidate(['article:7'])
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(textOf(await waiting)).toBe('দ্বিতীয়')
  })

  test('when the new one cannot be made there is none: a withdrawn story does not come back', async () => {
    const { renderer, tagVersions, errors, get } = await cacheWithStory()

    tagVersions.invalidate(['article:7'])
    const waiting = get()
    renderer.rejectNext()

    await expect(waiting).rejects.toBeInstanceOf(RenderFailedError)
    expect(errors).toEqual(['/national/7: the database does not answer'])
  })

  test('once the database answers again, so does the page', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()
    tagVersions.invalidate(['article:7'])
    const failed = get()
    renderer.rejectNext()
    await expect(failed).rejects.toThrow('could not be made')

    const waiting = get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(textOf(await waiting)).toBe('দ্বিতীয়')
  })

  test('a kept “not found” is cleared by news of the number that was asked for', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory({ status: 404, html: 'নেই' })

    tagVersions.invalidate(['article:7'])
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'আছে' })

    expect(textOf(await waiting)).toBe('আছে')
  })

  test('when news may have been missed, every copy is made anew', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()

    tagVersions.invalidateAll()
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(textOf(await waiting)).toBe('দ্বিতীয়')
  })
})

describe('news that comes during a making is not missed', () => {
  test('who asks after the news does not get what was read before it', async () => {
    const renderer = new DeferredRenderer()
    const { pageCache, tagVersions } = pageCacheWith(renderer.render)

    const early = pageCache.get('/national/7')
    tagVersions.invalidate(['article:7'])
    const late = pageCache.get('/national/7')
    renderer.resolveNext({ ...story, html: 'পুরোনো' })
    renderer.resolveNext({ ...story, html: 'নতুন' })

    expect(textOf(await early)).toBe('পুরোনো')
    expect(textOf(await late)).toBe('নতুন')
    expect(textOf(await pageCache.get('/national/7'))).toBe('নতুন')
    expect(renderer.requestedPaths).toHaveLength(2)
  })

  test('a making that was overtaken does not replace the newer copy', async () => {
    const slow: (() => void)[] = []
    const { pageCache, tagVersions } = pageCacheWith(async () => {
      const html = slow.length === 0 ? 'পুরোনো' : 'নতুন'
      await new Promise<void>((resolve) => slow.push(resolve))
      return rendered({ ...story, html })
    })

    const early = pageCache.get('/national/7')
    tagVersions.invalidate(['article:7'])
    const late = pageCache.get('/national/7')
    slow[1]?.()
    await late
    slow[0]?.()
    await early

    expect(textOf(await pageCache.get('/national/7'))).toBe('নতুন')
    expect(slow).toHaveLength(2)
  })

  test('a copy of which its list’s news came while it was made is stale when it is kept', async () => {
    const renderer = new DeferredRenderer()
    const { pageCache, tagVersions } = pageCacheWith(renderer.render)
    const pendingRender = pageCache.get('/national/7')
    tagVersions.invalidate(['latest'])
    renderer.resolveNext({ ...story, html: 'প্রথম' })
    await pendingRender

    const meanwhile = await pageCache.get('/national/7')

    expect(textOf(meanwhile)).toBe('প্রথম')
    expect(renderer.requestedPaths).toHaveLength(2)
  })

  test('who comes after news of other things joins the making under way', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()
    tagVersions.invalidate(['article:7'])

    const early = get()
    tagVersions.invalidate(['article:8'])
    const late = get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect([textOf(await early), textOf(await late)]).toEqual(['দ্বিতীয়', 'দ্বিতীয়'])
    expect(renderer.requestedPaths).toHaveLength(2)
  })

  test('news of nothing it shows costs no second making', async () => {
    const { renderer, tagVersions, get } = await cacheWithStory()

    tagVersions.invalidate(['article:8', 'category:sports'])
    await get()

    expect(renderer.requestedPaths).toHaveLength(1)
  })
})

describe('a copy knows the hour at which it is old', () => {
  test('until then it is fresh, from then on it is made anew while readers still get it', async () => {
    const { renderer, clock, get } = await cacheWithStory({ context: { staleAt: 1_000 } })

    clock.nowMs = 999
    await get()
    const rendersBefore = renderer.requestedPaths.length
    clock.nowMs = 1_000
    const meanwhile = await get()
    renderer.resolveNext({ ...story, html: 'দ্বিতীয়' })

    expect(rendersBefore).toBe(1)
    expect(textOf(meanwhile)).toBe('প্রথম')
    await vi.waitFor(async () => expect(textOf(await get())).toBe('দ্বিতীয়'))
  })

  test('a story planned for an hour is there for the first who asks at that hour', async () => {
    const { renderer, clock, get } = await cacheWithStory({
      status: 404,
      html: 'নেই',
      context: { ownStaleAt: 1_000 },
    })

    clock.nowMs = 999
    const before = await get()
    clock.nowMs = 1_000
    const waiting = get()
    renderer.resolveNext({ ...story, html: 'আছে' })

    expect(before?.status).toBe(404)
    expect(textOf(await waiting)).toBe('আছে')
  })
})

describe('memory is bounded by bytes', () => {
  const incompressible = (seed: number) =>
    Array.from({ length: 2_000 }, (_, index) => ((seed * 7_919 + index * 104_729) % 99_991) + index)
      .map((number) => number.toString(36))
      .join(' ')

  test('the copies asked for longest ago go first', async () => {
    const renderedPaths: string[] = []
    const { pageCache } = pageCacheWith(
      async (path) => {
        renderedPaths.push(path)
        return rendered({ html: incompressible(Number(path.slice(1))) })
      },
      { maxBytes: 100_000 },
    )

    for (let page = 1; page <= 40; page += 1) await pageCache.get(`/${page}`)
    await pageCache.get('/40')
    await pageCache.get('/1')

    expect(renderedPaths.filter((path) => path === '/40')).toHaveLength(1)
    expect(renderedPaths.filter((path) => path === '/1')).toHaveLength(2)
  })

  test('a document larger than the memory is handed out all the same', async () => {
    const { pageCache } = pageCacheWith(async () => rendered({ html: incompressible(1) }), {
      maxBytes: 2_000,
    })

    expect(textOf(await pageCache.get('/1'))).toBe(incompressible(1))
  })
})

test('with no memory at all every reader has a page made for them', async () => {
  const renderedPaths: string[] = []
  const { pageCache } = pageCacheWith(
    async (path) => {
      renderedPaths.push(path)
      return rendered()
    },
    { maxBytes: 0 },
  )

  await pageCache.get('/national/7')
  await pageCache.get('/national/7')

  expect(renderedPaths).toHaveLength(2)
  expect(pageCache.usage).toEqual({ documents: 0, bytes: 0 })
})

test('a redirect is kept without a body', async () => {
  const { pageCache } = pageCacheWith(async () =>
    rendered({ status: 301, location: '/sports/7', html: 'x' }),
  )

  const cachedPage = await pageCache.get('/national/7')

  expect(cachedPage).toMatchObject({ status: 301, location: '/sports/7' })
  expect(textOf(cachedPage)).toBe('')
})

test('scripts of the framework are not kept', async () => {
  const { pageCache } = pageCacheWith(async () => rendered({ html: '<p>ক</p><script>1</script>' }))

  expect(textOf(await pageCache.get('/'))).toBe('<p>ক</p>')
})
