import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  hiddenUntil,
  redirectTo,
  setStatus,
  staleFrom,
  tagList,
  tagPage,
} from '@/lib/render-context/response'
import { compressStream } from './compress-stream'
import { compressBytes } from './optimize-html'
import { createRenderer } from './renderer'

/** A renderer on a page that is a plain function in place of Next. */
const rendererOf = (page: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>) =>
  createRenderer(page, 'paper.example')

describe('the render context of a page applies to its own response', () => {
  test('tags, staleness and status', async () => {
    const render = rendererOf(async (_req, res) => {
      tagPage('article:7')
      tagList('latest')
      tagList('latest')
      staleFrom(new Date(2_000))
      staleFrom(new Date(1_000))
      staleFrom(new Date(3_000))
      staleFrom(null)
      hiddenUntil(new Date(5_000))
      setStatus(404)
      res.end('<p>নেই</p>')
    })

    const { status, body, location, context } = await render('/national/7')

    expect([status, String(body), location]).toEqual([404, '<p>নেই</p>', null])
    expect([...context.ownTags]).toEqual(['article:7'])
    expect([...context.listTags]).toEqual(['latest'])
    expect(context.staleAt).toBe(1_000)
    expect(context.ownStaleAt).toBe(5_000)
  })

  test('two concurrent renders do not mix', async () => {
    const render = rendererOf(async (req, res) => {
      tagPage(`before:${req.url}`)
      await new Promise((resolve) => setImmediate(resolve))
      tagPage(`after:${req.url}`)
      res.end()
    })

    const [one, two] = await Promise.all([render('/a'), render('/b')])

    expect([...one.context.ownTags]).toEqual(['before:/a', 'after:/a'])
    expect([...two.context.ownTags]).toEqual(['before:/b', 'after:/b'])
  })

  test('a redirect holds its location', async () => {
    const render = rendererOf(async (_req, res) => {
      redirectTo('/sports/7', 301)
      res.end()
    })

    expect(await render('/national/7')).toMatchObject({ status: 301, location: '/sports/7' })
  })

  test('a page that fails answers with an error, whatever status it set before', async () => {
    const render = rendererOf(async (_req, res) => {
      setStatus(404)
      res.statusCode = 500
      res.end()
    })

    expect(await render('/')).toMatchObject({ status: 500 })
  })

  test('a page that throws gives no cached page', async () => {
    const render = rendererOf(async () => {
      throw new Error('broken')
    })

    await expect(render('/')).rejects.toThrow()
  })

  test('outside a render, tags have no effect', () => {
    expect(() => tagPage('article:7')).not.toThrow()
  })
})

test('the response of a route handler keeps its media type and every byte', async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x3c])
  const render = rendererOf(async (_req, res) => {
    tagList('latest')
    res.setHeader('Content-Type', 'application/rss+xml').end(bytes)
  })

  const { type, body, context } = await render('/feed.xml')

  expect(type).toBe('application/rss+xml')
  expect(body).toEqual(bytes)
  expect([...context.listTags]).toEqual(['latest'])
})

describe('a text for programs is compressed while it is made', () => {
  const line = `<url><loc>https://paper.example/national/7</loc></url>\n`
  const renderText = (make: (res: ServerResponse) => Promise<unknown>, type = 'application/xml') =>
    createRenderer(
      async (_req, res) => {
        res.setHeader('Content-Type', type)
        await make(res)
      },
      'paper.example',
      compressStream,
    )('/sitemap.xml')
  const writeLines = async (res: ServerResponse, count: number) => {
    for (let at = 0; at < count; at += 1) {
      if (!res.write(line)) await once(res, 'drain')
    }
  }

  test('it is what was made, under the name it would have had whole', async () => {
    const { compressed, body, status } = await renderText(async (res) => {
      await writeLines(res, 5_000)
      res.end()
    })
    const whole = line.repeat(5_000)

    expect(status).toBe(200)
    expect(body).toHaveLength(0)
    expect(String(gunzipSync(compressed?.gzip ?? ''))).toBe(whole)
    expect(String(brotliDecompressSync(compressed?.br ?? ''))).toBe(whole)
    expect(compressed?.etag).toBe((await compressBytes(whole)).etag)
  })

  test('its maker waits for the compressors: it does not pile up', async () => {
    let most = 0
    await renderText(async (res) => {
      const stream = () =>
        (res as unknown as { _lightMyRequest: { stream: Readable } })._lightMyRequest
      for (let at = 0; at < 20_000; at += 1) {
        if (!res.write(line)) await once(res, 'drain')
        most = Math.max(most, stream().stream.readableLength)
      }
      res.end()
    })

    expect(most).toBeLessThan(200_000)
  })

  test('broken off in the middle it is no document', async () => {
    const render = renderText(async (res) => {
      await writeLines(res, 2_000)
      throw new Error('the database is gone')
    })

    await expect(render).rejects.toThrow('the database is gone')
  })

  test('a page is not: it is finished first', async () => {
    const { compressed, body } = await renderText(async (res) => res.end('<p>'), 'text/html')

    expect(compressed).toBeUndefined()
    expect(String(body)).toBe('<p>')
  })
})

test('the page is requested without any header of a reader', async () => {
  const render = rendererOf(async (req, res) => res.end(JSON.stringify(req.headers)))

  const asked = JSON.parse(String((await render('/')).body))
  const headers = Object.keys(asked).toSorted()

  expect(headers).toEqual(['accept', 'host', 'user-agent'])
  expect(asked.host).toBe('paper.example')
})
