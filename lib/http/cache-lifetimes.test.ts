import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cacheControl, cacheLifetimes, cdnLifetimes } from './cache-lifetimes'

const immutable = 'public, max-age=31536000, immutable'
const headers = {
  page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=5, stale-if-error=86400',
  stalePage: 'public, max-age=0, s-maxage=1, stale-while-revalidate=5, stale-if-error=86400',
  redirect: 'public, max-age=3600',
  verificationFile: 'public, max-age=3600',
  picture: immutable,
  movedCrop: 'public, max-age=60',
  shareCard: `${immutable}, s-maxage=5`,
  oldShareCard: 'public, max-age=60, s-maxage=5',
  photocard: `${immutable}, s-maxage=5, stale-while-revalidate=5`,
  missingPhotocard: 'public, max-age=0, s-maxage=5',
  buildFile: immutable,
  publicFile: 'public, max-age=86400',
}
const kinds = Object.keys(cacheLifetimes) as (keyof typeof cacheLifetimes)[]

test.each(kinds)('a response of kind %s says how long its copies live', (kind) => {
  expect(cacheControl(kind)).toBe(headers[kind])
})

test('no other file writes a lifetime', () => {
  const sources = execFileSync('git', ['ls-files', 'app', 'lib', 'server'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/test-|cache-lifetimes/.test(path))
  const written =
    /['"`](?:public|private|no-store)\b[^'"`]*\b(?:max-age=\d|no-store)|'no-store'\]|Cache-Control': '/

  expect(sources.filter((path) => written.test(readFileSync(path, 'utf8')))).toEqual([])
})

test.each(kinds)('docs/operations.md has the lifetime of kind %s', (kind) => {
  expect(readFileSync('docs/operations.md', 'utf8')).toContain(
    `| \`${kind}\` | \`${cacheControl(kind)}\` |`,
  )
})

test('Varnish serves stale copies as long as the table says', () => {
  const vcl = readFileSync('deploy/varnish/default.vcl', 'utf8')
  const seconds = [...vcl.matchAll(/set req\.grace = (\d+)(h|s);/g)].map(
    ([, number, unit]) => Number(number) * (unit === 'h' ? 3_600 : 1),
  )
  const fallbacks = [...vcl.matchAll(/set beresp\.grace = (\d+)h;/g)].map(
    ([, hours]) => Number(hours) * 3_600,
  )

  expect(new Set(seconds)).toEqual(
    new Set([cdnLifetimes.staleIfErrorSeconds, cdnLifetimes.staleWhileRevalidateSeconds]),
  )
  expect(new Set(fallbacks)).toEqual(new Set([cdnLifetimes.staleIfErrorSeconds]))
})
