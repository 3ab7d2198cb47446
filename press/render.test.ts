import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import {
  answerWith,
  hiddenUntil,
  redirectTo,
  staleFrom,
  tagDocument,
  tagList,
} from '@/lib/document/document'
import { rendererOn } from './render'

/** A renderer on a page that is a plain function in place of Next. */
const rendererOf = (page: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>) =>
  rendererOn(page, 'paper.example')

describe('what a page says of itself lands on its own document', () => {
  test('tags, staleness and status', async () => {
    const render = rendererOf(async (_req, res) => {
      tagDocument('article:7')
      tagList('latest')
      tagList('latest')
      staleFrom(new Date(2_000))
      staleFrom(new Date(1_000))
      staleFrom(new Date(3_000))
      staleFrom(null)
      hiddenUntil(new Date(5_000))
      answerWith(404)
      res.end('<p>নেই</p>')
    })

    const { status, body, location, sheet } = await render('/national/7')

    expect([status, String(body), location]).toEqual([404, '<p>নেই</p>', null])
    expect([...sheet.ownTags]).toEqual(['article:7'])
    expect([...sheet.listTags]).toEqual(['latest'])
    expect(sheet.staleAt).toBe(1_000)
    expect(sheet.ownStaleAt).toBe(5_000)
  })

  test('two pages made at once do not mix', async () => {
    const render = rendererOf(async (req, res) => {
      tagDocument(`before:${req.url}`)
      await new Promise((resolve) => setImmediate(resolve))
      tagDocument(`after:${req.url}`)
      res.end()
    })

    const [one, two] = await Promise.all([render('/a'), render('/b')])

    expect([...one.sheet.ownTags]).toEqual(['before:/a', 'after:/a'])
    expect([...two.sheet.ownTags]).toEqual(['before:/b', 'after:/b'])
  })

  test('a redirect tells where to', async () => {
    const render = rendererOf(async (_req, res) => {
      redirectTo('/sports/7', 301)
      res.end()
    })

    expect(await render('/national/7')).toMatchObject({ status: 301, location: '/sports/7' })
  })

  test('a page that broke is broken, whatever it said before', async () => {
    const render = rendererOf(async (_req, res) => {
      answerWith(404)
      res.statusCode = 500
      res.end()
    })

    expect(await render('/')).toMatchObject({ status: 500 })
  })

  test('a page that throws makes no document', async () => {
    const render = rendererOf(async () => {
      throw new Error('broken')
    })

    await expect(render('/')).rejects.toThrow()
  })

  test('outside a making, tags go nowhere and harm nothing', () => {
    expect(() => tagDocument('article:7')).not.toThrow()
  })
})

test('what a route handler makes keeps its media type and every byte', async () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x3c])
  const render = rendererOf(async (_req, res) => {
    tagList('latest')
    res.setHeader('Content-Type', 'application/rss+xml').end(bytes)
  })

  const { type, body, sheet } = await render('/feed.xml')

  expect(type).toBe('application/rss+xml')
  expect(body).toEqual(bytes)
  expect([...sheet.listTags]).toEqual(['latest'])
})

test('the page is asked for without anything of a reader', async () => {
  const render = rendererOf(async (req, res) => res.end(JSON.stringify(req.headers)))

  const asked = JSON.parse(String((await render('/')).body))
  const headers = Object.keys(asked).toSorted()

  expect(headers).toEqual(['accept', 'host', 'user-agent'])
  expect(asked.host).toBe('paper.example')
})
