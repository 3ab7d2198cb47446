import type { Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { readerHandler } from '@/server/http/handler'
import { movedPath, notFoundPath, redirectQueryShapesPath } from '@/server/http/internal-paths'
import { requestFrom, startHttpServer } from '@/tools/test-harness/fixtures/http-server'
import { pageCacheWith, rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'

let server: Server
afterEach(() => server.close())

type Site = {
  /** Where addresses lead: a path (`302 /a`: for now), or that a story is gone or not there; all others have a page. */
  moved?: Record<string, string | 404 | 410>
  /** Paths and the names of their queries' parameters. */
  queryShapes?: string[]
}

const bengali = encodeURIComponent('পুরনো')

/** The reader handler of a site with moved addresses; counts renders. */
async function open({ moved = {}, queryShapes = [] }: Site) {
  const renderedPaths: string[] = []
  const { pageCache, tagVersions } = pageCacheWith(async (path) => {
    renderedPaths.push(path)
    if (path === redirectQueryShapesPath) return rendered({ html: JSON.stringify(queryShapes) })
    const where = moved[path] ?? (path.startsWith('/internal/') ? 404 : 200)
    const ownTags = [`at:${path}`]
    if (typeof where === 'number')
      return rendered({ status: where, ownTags, html: `<p>${path}</p>` })
    const [status, location] = where.startsWith('302 ') ? [302, where.slice(4)] : [301, where]
    return rendered({ status, location, ownTags })
  })
  server = await startHttpServer(
    readerHandler({
      pageCache,
      next: async () => undefined,
      form: async () => {},
      newsroom: async () => undefined,
      files: (_req, _res, otherwise) => otherwise(),
      unavailable: () => null,
      cdnHeaders: ({ ownTags }) => ({ xkey: ownTags.toSorted().join(' ') }),
      onError: (error) => {
        throw error
      },
    }),
  )
  return { made: renderedPaths, tagVersions }
}

const answerTo = async (path: string) => {
  const { status, headers, body } = await requestFrom(server, path)
  return { status, location: headers.location, xkey: headers.xkey, body: String(body) }
}

describe('HT1 whoever comes to an old address is led on once', () => {
  const moved = {
    '/a': '/b',
    '/b': '/c',
    '/c': '/now',
    '/list/page/3': '302 /list',
    '/old/page/3': '/list/page/3',
    '/ring': '/ring-2',
    '/ring-2': '/ring',
    '/own': '/own',
    '/to-gone': '/gone',
    '/gone': 410 as const,
    '/to-nowhere': '/nowhere',
    '/nowhere': 404 as const,
    '/raw': '/পুরনো',
    '/desk': '/newsroom',
  }

  test.each([
    ['one step', '/c', 301, '/now'],
    ['three steps', '/a', 301, '/now'],
    ['another spelling of an old address', '/A//', 301, '/now'],
    ['a step that is not for good', '/old/page/3', 302, '/list'],
    ['a target whose letters are not encoded', '/raw', 301, `/${bengali}`],
    ['a target that is no document', '/desk', 301, '/newsroom'],
  ])('%s', async (_, path, status, location) => {
    await open({ moved })

    const first = await answerTo(path)
    const cached = await answerTo(path)

    expect([first.status, first.location]).toEqual([status, location])
    expect(cached).toEqual(first)
  })

  test.each(['/ring', '/own'])('%s, which leads round in a ring, is nowhere', async (path) => {
    await open({ moved })

    const { status, location, body } = await answerTo(path)

    expect([status, location, body]).toEqual([404, undefined, `<p>${notFoundPath}</p>`])
  })

  test.each([
    ['/to-gone', 410, '<p>/gone</p>'],
    ['/to-nowhere', 404, '<p>/nowhere</p>'],
  ])('%s says at once what it would lead to', async (path, status, body) => {
    await open({ moved })

    expect(await answerTo(path)).toMatchObject({ status, body, location: undefined })
  })

  test('an edge is told of all that the answer went by', async () => {
    await open({ moved })

    expect((await answerTo('/b')).xkey).toBe('at:/b at:/c at:/now')
  })

  test('when the last step moves on, so does every older address', async () => {
    const steps: Record<string, string> = { '/a': '/b', '/b': '/c' }
    const { tagVersions } = await open({ moved: steps })
    await answerTo('/a')

    steps['/b'] = '/d'
    tagVersions.invalidate(['at:/b'])

    expect((await answerTo('/a')).location).toBe('/d')
  })
})

describe('HT1 an old site’s address with a query', () => {
  const seven = '/news/details.php?id=7'
  const queryShapes = ['/?p', '/news/details.php?id', '/news/details.php?cat&id', '/story.php?']
  const moved = {
    [movedPath(['/?p=123'])]: '/national/5',
    [movedPath([seven])]: '/national/7',
    [movedPath(['/news/details.php?cat=2&id=7', seven])]: '/sports/7',
    [movedPath(['/story.php?123'])]: '/sports/9',
  }

  test.each([
    ['/?p=123', '/national/5'],
    ['/?p=123&fbclid=abc', '/national/5'],
    ['/?utm_source=x&P=123', '/national/5'],
    ['//?p=123#top', '/national/5'],
    ['/news/details.php?id=7', '/national/7'],
    ['/News/Details.php?id=7', '/national/7'],
    ['/news/details.php?id=7&cat=2', '/sports/7'],
    ['/story.php?123', '/sports/9'],
  ])('%s leads to %s', async (path, location) => {
    await open({ moved, queryShapes })

    expect(await answerTo(path)).toMatchObject({ status: 301, location })
  })

  test('any other query is none, and makes nothing that was not made before', async () => {
    const { made: renderedPaths } = await open({ moved, queryShapes })
    await answerTo('/')
    await answerTo('/?p=1')
    const before = [...renderedPaths]

    const answers = [
      ...(await Promise.all(
        ['/?fbclid=1', '/?x=1&y=2', '/?q', '/?p', `/?p=${'1'.repeat(2_000)}`].map(answerTo),
      )),
      await answerTo('/?p=1&utm_source=x'),
    ]

    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [200, '<p>/</p>']),
    )
    expect(renderedPaths).toEqual(before)
  })
})

test('a typed code redirects to its own address, where a code that no card has is counted', async () => {
  const { made } = await open({ moved: { '/verify/k7mx-93pf-cwr4': 404 } })

  const answer = await answerTo('/verify?code=K7MX+93PF+CWR4')

  expect(answer).toMatchObject({ status: 301, location: '/verify/k7mx-93pf-cwr4' })
  expect(made).not.toContain('/verify/k7mx-93pf-cwr4')
})

describe('an address with a sign too many leads to the page, never to an error', () => {
  const moved = {
    '/religion/9': 404 as const,
    '/religion/8': 410 as const,
    '/religion/7': '/sports/7',
    [`/topic/${bengali}%E0%A5%A4`]: 404 as const,
    '/nowhere': 404 as const,
    '/nowhere)': 404 as const,
  }

  test.each([
    ['/religion/1%E0%A5%A4', '/religion/1'],
    ['/religion/1)?fbclid=x', '/religion/1'],
    ['/religion/%E0%A7%A7', '/religion/1'],
    ['/Religion/1&fbclid=x', '/religion/1'],
    ['/religion/7,', '/sports/7'],
    [`/topic/${bengali}%E0%A5%A4`, `/topic/${bengali}`],
  ])('%s leads to %s', async (path, location) => {
    await open({ moved })

    expect(await answerTo(path)).toMatchObject({ status: 301, location })
  })

  test.each([
    ['/religion/9%E0%A5%A4', 404],
    ['/religion/8%E0%A5%A4', 410],
    ['/Religion/9', 404],
    ['/RELIGION/8/', 410],
    ['/nowhere)', 404],
    ['/NoWhere', 404],
  ])('%s answers %i itself', async (path, status) => {
    await open({ moved })

    expect(await answerTo(path)).toMatchObject({ status, location: undefined })
  })
})
