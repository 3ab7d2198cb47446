import { expect, test } from 'vitest'
import { fastlyCdn } from './fastly'
import { type Exchange, playRecording } from './test-recording'

// As https://www.fastly.com/documentation/reference/api/purging/ describes questions and answers.
const asks = (keys: string[], soft?: string): Exchange['asks'] => ({
  line: 'POST /service/SU1Z0isxPaozGVKXdv0eY/purge',
  headers: { 'fastly-key': 'secret', 'surrogate-key': keys.join(' '), 'fastly-soft-purge': soft },
})
const done = (keys: string[]) => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, `108-1391560174-${at}`]))),
})

function cdnAt(api: string) {
  const cdn = fastlyCdn({ service: 'SU1Z0isxPaozGVKXdv0eY', token: 'secret', api })
  return { ...cdn, purge: (tags: string[]) => cdn.purgeTargets[0]?.purge(tags) }
}

test('pages carry their tags and their life, under Fastly’s names', () => {
  expect(
    cdnAt('').headers(['article:12', 'paper'], {
      freshSeconds: 600,
      staleWhileRevalidateSeconds: 4,
      staleIfErrorSeconds: 60,
    }),
  ).toEqual({
    'Surrogate-Key': 'article:12 paper',
    'Surrogate-Control': 'max-age=600, stale-while-revalidate=4, stale-if-error=60',
  })
})

test('a story’s own page goes at once, lists go stale', async () => {
  await using api = await playRecording([
    { asks: asks(['article:12']), answers: done(['article:12']) },
    { asks: asks(['front', 'category:sports'], '1'), answers: done(['front', 'category:sports']) },
  ])

  await cdnAt(api.url).purge(['front', 'article:12', 'category:sports'])

  expect(api.heard).toEqual(api.asked)
})

test('256 keys a call', async () => {
  const keys = Array.from({ length: 257 }, (_, at) => `topic:${at}`)
  const [first, second] = [keys.slice(0, 256), keys.slice(256)]
  await using api = await playRecording([
    { asks: asks(first, '1'), answers: done(first) },
    { asks: asks(second, '1'), answers: done(second) },
  ])

  await cdnAt(api.url).purge(keys)

  expect(api.heard).toEqual(api.asked)
})

test('a refusal is one', async () => {
  const body = '{"msg":"Provided credentials are missing or invalid"}'
  await using api = await playRecording([
    { asks: asks(['front'], '1'), answers: { status: 401, body } },
  ])

  await expect(cdnAt(api.url).purge(['front'])).rejects.toThrow(
    'did not purge: 401 {"msg":"Provided',
  )
})
