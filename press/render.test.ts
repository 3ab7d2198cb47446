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

    const { status, html, location, sheet } = await render('/national/7')

    expect({ status, html, location }).toEqual({ status: 404, html: '<p>নেই</p>', location: null })
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

test('the page is asked for without anything of a reader', async () => {
  const render = rendererOf(async (req, res) => res.end(JSON.stringify(req.headers)))

  const { html } = await render('/')
  const headers = Object.keys(JSON.parse(html)).toSorted()

  expect(headers).toEqual(['accept', 'host', 'user-agent'])
  expect(JSON.parse(html).host).toBe('paper.example')
})
