import { expect, test } from 'vitest'
import { cloudflareCdn } from './cloudflare'
import { type Exchange, playRecording } from './test-recording'

// As https://developers.cloudflare.com/api/resources/cache/methods/purge/ describes questions and answers.
const asks = (tags: string[]): Exchange['asks'] => ({
  line: 'POST /zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache',
  headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
  body: { tags },
})
const done =
  '{"success":true,"errors":[],"messages":[],"result":{"id":"023e105f4ecef8ad9ca31a8372d0c353"}}'
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `article:${at}`)

function cdnAt(api: string) {
  const cdn = cloudflareCdn({ zone: '023e105f4ecef8ad9ca31a8372d0c353', token: 'secret', api })
  return { ...cdn, purge: (tags: string[]) => cdn.purgeTargets[0]?.purge(tags) }
}

test('pages carry their tags and their life, under Cloudflare’s names', () => {
  expect(
    cdnAt('').headers(['article:12', 'path:/a, b'], {
      freshSeconds: 600,
      staleWhileRevalidateSeconds: 4,
      staleIfErrorSeconds: 60,
    }),
  ).toEqual({
    'Cache-Tag': 'article:12,path:/a%2C%20b',
    'Cloudflare-CDN-Cache-Control': 'max-age=600, stale-while-revalidate=4, stale-if-error=60',
  })
})

test('tags are purged, thirty a call', async () => {
  const tags = numbered(31)
  await using api = await playRecording([
    { asks: asks(tags.slice(0, 30)), answers: { status: 200, body: done } },
    { asks: asks(['article:30']), answers: { status: 200, body: done } },
  ])

  await cdnAt(api.url).purge(tags)

  expect(api.heard).toEqual(api.asked)
})

test.each([
  [403, '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}'],
  [200, '{"success":false,"errors":[{"code":1107,"message":"Only enterprise zones"}]}'],
])('a refusal with status %i is one', async (status, body) => {
  await using api = await playRecording([{ asks: asks(['front']), answers: { status, body } }])

  await expect(cdnAt(api.url).purge(['front'])).rejects.toThrow(JSON.parse(body).errors[0].message)
  expect(api.heard).toEqual(api.asked)
})

test('asked to slow down, it says for how long', async () => {
  const answers = { status: 429, headers: { 'Retry-After': '7' }, body: '{"success":false}' }
  await using api = await playRecording([{ asks: asks(['front']), answers }])

  await expect(cdnAt(api.url).purge(['front'])).rejects.toMatchObject({
    status: 429,
    retryAfterMs: 7000,
  })
})
