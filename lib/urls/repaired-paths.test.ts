import { describe, expect, test } from 'vitest'
import { canonicalPath } from './canonical-path'
import { repairedPaths, repairedStoryPath } from './repaired-paths'

const canonical = (path: string) => canonicalPath(path) ?? ''

describe('a shared address with a sign too many means the story', () => {
  test.each([
    '/religion/1।',
    '/religion/1॥',
    '/religion/1)',
    '/religion/1”',
    '/religion/1’।',
    '/religion/1,',
    '/religion/1.',
    '/religion/1;',
    '/religion/1…',
    '/religion/1>',
    '/religion/1*',
    '/religion/1\u200b',
    '/religion/1\u200d',
    '/religion/1\ufeff',
    '/religion/1 ',
    '/religion/1\u00a0',
    '/religion/১',
    '/religion/১।',
    '/religion/1&fbclid=IwAR0x',
    '/religion/1%3Ffbclid=IwAR0x',
    '/religion/1&utm_source=fb&utm_medium=x',
    '/religion/1)।”',
  ])('%j', (path) => {
    expect(repairedStoryPath(canonical(path))).toBe('/religion/1')
  })
})

test.each(['/religion/1', '/religion', '/', '/topic/নদী', '/religion/1a', '/religion/x)'])(
  '%s is no such address',
  (path) => {
    expect(repairedStoryPath(canonical(path))).toBeNull()
  },
)

describe('what was meant by other addresses', () => {
  test.each([
    ['/topic/নদী।', ['/topic/নদী']],
    ['/author/rahim)', ['/author/rahim']],
    ['/sports।', ['/sports']],
    ['/।', ['/']],
    ['/religion/।', ['/religion']],
    ['/র\u200c্যাবের', ['/র\u200d্যাবের', '/র্যাবের']],
    ['/র\u200d্যাবের', ['/র্যাবের']],
    ['/topic/নদী', []],
    ['/', []],
  ])('%j', (path, repaired) => {
    expect(repairedPaths(canonical(path))).toEqual(repaired.map(canonical))
  })
})
