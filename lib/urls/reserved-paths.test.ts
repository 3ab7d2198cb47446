import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAddress } from '@/server/http/address'
import { reservedPaths, reservedPathsOf, reservedSlugs, startsWithPath } from './reserved-paths'

/** The folders of `path` that are the first part of an address, with those of route groups. */
function firstPartsIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[_[]/.test(entry.name))
    .flatMap(({ name }) => (name.startsWith('(') ? firstPartsIn(`${path}/${name}`) : [name]))
}

const vcl = readFileSync('deploy/varnish/default.vcl', 'utf8')
const sorted = (paths: readonly string[]) => paths.toSorted()
const alternatives = (pattern: RegExp) =>
  [...vcl.matchAll(pattern)].map(([, list = '']) => sorted(list.split('|')))

test('every folder of the router that could be a slug is reserved', () => {
  // A slug has no dot: no category can have the address of a feed or of robots.txt.
  const couldBeSlug = firstPartsIn('app').filter((name) => !name.includes('.') && name !== 'fonts')

  expect(couldBeSlug.filter((name) => !reservedSlugs.includes(name))).toEqual([])
})

test.each([
  ['/newsroom', true],
  ['/newsroom/stories', true],
  ['/newsrooms', false],
  ['/sports/newsroom', false],
])('%s starts with a reserved path: %s', (path, expected) => {
  expect(startsWithPath('newsroom', 'media').test(path)).toBe(expected)
})

describe('the server', () => {
  test.each([
    ['newsroom', '/newsroom/stories', 'newsroom'],
    ['preview', `/preview/${'0'.repeat(64)}`, 'preview'],
    ['api', '/api/reads/7', 'beacon'],
    ['_next', '/_next/static/a.js', 'file'],
    ['_reader', '/_reader/a.js', 'file'],
    ['media', '/media/7/a.avif', 'pass'],
    ['report', '/report/7', 'form'],
    ['internal', '/internal/not-found', 'unknown'],
  ])('answers /%s itself', (path, target, kind) => {
    expect(reservedPathsOf('uncached', 'forms', 'files', 'internal')).toContain(path)
    expect(readAddress(target).kind).toBe(kind)
  })

  test.each(reservedPathsOf('pages'))('takes /%s for a page', (path) => {
    expect(readAddress(`/${path}/1`).kind).toMatch(/document|moved/)
  })
})

test('Varnish passes what is never cached', () => {
  expect(alternatives(/req\.url ~ "\^\/\(\?:([a-z|]+)\)\(\?:\[\/\?\]\|\$\)"/g)).toEqual([
    sorted(reservedPathsOf('uncached', 'forms')),
  ])
})

test('Varnish lets files keep their query', () => {
  const lists = alternatives(/"\^\/\(\?:(_[a-z_|]+)\)\/"/g)

  expect(lists.length).toBe(2)
  for (const list of lists) expect(list).toEqual(sorted(reservedPathsOf('files')))
})

test('the reader script prefetches pages alone', () => {
  const source = readFileSync('reader/prefetch-links.ts', 'utf8')
  const excluded = [...source.matchAll(/'\/([a-z]+)[/*]+'/g)].map(([, path = '']) => path)

  // A page links to none of the others: a preview, a probe, a file of the build.
  const linked = reservedPathsOf('uncached', 'forms', 'files').filter(
    (path) => !['preview', 'healthz', '_next', '_reader'].includes(path),
  )
  // Results are a page, but each is a query of the database.
  expect(sorted(excluded)).toEqual(sorted([...linked, 'search']))
  expect(reservedPaths).toEqual(expect.arrayContaining(excluded))
})
