import { expect, test } from 'vitest'
import { type Exchange, playRecording } from './test-recording'
import { varnishCdn } from './varnish'

// Recorded from varnishd 7.1 with deploy/varnish/default.vcl; varnish.db.test.ts speaks to a real one.
const purged = {
  status: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: 'purged 2, softened 0',
}
const asks = (gone?: string, stale?: string): Exchange['asks'] => ({
  line: 'PURGE /',
  headers: { 'xkey-purge': gone, 'xkey-softpurge': stale },
})

test('pages carry their tags and their life', () => {
  expect(
    varnishCdn([]).headers(['article:12', 'paper'], {
      freshSeconds: 600,
      staleWhileRevalidateSeconds: 4,
      staleIfErrorSeconds: 60,
    }),
  ).toEqual({
    xkey: 'article:12 paper',
    'Surrogate-Control': 'max-age=600, stale-while-revalidate=4, stale-if-error=60',
  })
})

test('a story’s own page goes at once, lists go stale', async () => {
  await using varnish = await playRecording([
    { asks: asks('article:12 redirects'), answers: purged },
    { asks: asks(undefined, 'front category:sports'), answers: purged },
  ])

  await varnishCdn([`${varnish.url}/`]).purgeTargets[0]?.purge([
    'front',
    'article:12',
    'category:sports',
    'redirects',
  ])

  expect(varnish.heard).toEqual(varnish.asked)
})

test('more keys than a header line holds go in several', async () => {
  const keys = Array.from({ length: 300 }, (_, at) => `topic:${'x'.repeat(30)}-${at}`)
  await using varnish = await playRecording(
    Array.from({ length: 2 }, () => ({ asks: asks(undefined, ''), answers: purged })),
  )

  await varnishCdn([`${varnish.url}/`]).purgeTargets[0]?.purge(keys)

  const sent = varnish.heard.map(({ headers }) => headers['xkey-softpurge'] ?? '')
  expect(sent.map((line) => line.length <= 7_000)).toEqual([true, true])
  expect(sent.join(' ').split(' ')).toEqual(keys)
})

test('a refusal is one', async () => {
  await using varnish = await playRecording([
    { asks: asks(undefined, 'front'), answers: { status: 403, body: 'Not from this address' } },
  ])

  await expect(varnishCdn([`${varnish.url}/`]).purgeTargets[0]?.purge(['front'])).rejects.toThrow(
    /^127\.0\.0\.1:\d+ did not purge: 403 Not from this address$/,
  )
})
