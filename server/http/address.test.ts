import { describe, expect, test } from 'vitest'
import { originForm, readAddress } from './address'

const bengali = encodeURIComponent('নির্বাচন')

describe('a link to what readers do not have', () => {
  const token = '0123456789abcdef'.repeat(4)

  test.each([`/preview/${token}`, `/preview/${token}?fbclid=abc`])('%s is one', (target) => {
    expect(readAddress(target)).toEqual({ kind: 'preview', token })
  })

  test.each([
    '/preview',
    '/preview/',
    `/preview/${token}0`,
    `/preview/${token}/`,
    '/preview/%E0%A6',

    '/preview/../national/12',
    `/preview/${token.toUpperCase()}`,
    `/preview/${'ক'.repeat(999)}`,
  ])('%s leads nowhere', (target) => {
    expect(readAddress(target)).toEqual({ kind: 'preview', token: null })
  })

  test('what only begins like one is a document', () => {
    expect(readAddress('/previews')).toEqual({ kind: 'document', path: '/previews' })
  })
})

describe('a document has one address', () => {
  test.each([
    ['/', '/'],
    ['/national', '/national'],
    ['/national/12', '/national/12'],
    ['/national/page/3', '/national/page/3'],
    ['/latest', '/latest'],
    ['/topic/election', '/topic/election'],
    [`/topic/${bengali}`, `/topic/${bengali}`],
    ['/author/rahnuma-2', '/author/rahnuma-2'],
    ['/national/12?fbclid=abc', '/national/12'],
    ['/?utm_source=x', '/'],
    ['/national/12#comments', '/national/12'],
    ['/national/12?x=/../y', '/national/12'],
    ['/a!b', '/a!b'],
    ['/~x', '/~x'],
    ['/newsroomers', '/newsroomers'],
    ['/apiary', '/apiary'],
    ['/mediator/1', '/mediator/1'],
    ['/sports/logo.png', '/sports/logo.png'],
    ['/internals', '/internals'],
    ['/sports/internal', '/sports/internal'],
  ])('%s is kept under %s', (target, path) => {
    expect(readAddress(target)).toEqual({ kind: 'document', path })
  })

  test.each([
    ['/national/', '/national'],
    ['//national//12', '/national/12'],
    ['//evil.example/x', '/evil.example/x'],
    ['//', '/'],
    ['/National/12', '/national/12'],
    ['/NATIONAL/', '/national'],
    ['/National/12?utm=x', '/national/12'],
    ['/%6Eational', '/national'],
    ['/%4Eational', '/national'],
    [`/topic/${bengali.toLowerCase()}`, `/topic/${bengali}`],
    ['/topic/নির্বাচন', `/topic/${bengali}`],
    ['/a b', '/a%20b'],
    ['/%7Ex', '/~x'],
    ['/%5Fnext/static/x.js', '/_next/static/x.js'],
    ['/Newsroom', '/newsroom'],
  ])('%s leads to %s', (target, path) => {
    expect(readAddress(target)).toEqual({ kind: 'moved', path })
  })

  test.each([
    ['a cut-off sequence', '/topic/%E0%A6'],
    ['half a sequence', '/topic/%E'],
    ['a lone percent sign', '/100%'],
    ['bytes that are no UTF-8', '/%FF%FE'],
    ['an overlong slash', '/%C0%AF'],
    ['an encoded surrogate', '/%ED%A0%80'],
    ['NUL', '/national/12%00'],
    ['a line break', '/national%0D%0ASet-Cookie:x'],
    ['a control character', '/%1F'],
    ['DEL', '/%7F'],
    ['a backslash', '/\\evil.example'],
    ['an encoded backslash', '/%5Cevil.example'],
    ['a hidden slash', '/national%2F12'],
    ['a step up', '/national/../newsroom'],
    ['an encoded step up', '/national/%2E%2E/newsroom'],
    ['a step to itself', '/./national'],
    ["a page of the framework's own", '/_global-error'],
    ["a page of the framework's own, encoded", '/%5Fnot-found'],
    ["an error page of the framework's own", '/404'],
    ["another error page of the framework's own", '/500'],
    ["a route of the framework's own", '/_next/image?url=x'],
    ['another host', 'http://evil.example/national'],
    ['an asterisk', '*'],
    ['no path', '?x=1'],
    ['nothing', ''],
    ['too long a path', `/${'a'.repeat(1_000)}`],
    ['a page of the server’s own', '/internal/not-found'],
    ['a page of the server’s own, encoded', '/%69nternal/unavailable'],
    ['a page of the server’s own, behind slashes', '//internal'],
  ])('%s is no document’s', (_, target) => {
    expect(readAddress(target)).toEqual({ kind: 'unknown' })
  })

  test.each(['/report/7', '/report', '/report/7/sent', '/report/x'])(
    '%s is a form’s, and never a document',
    (path) => {
      expect(readAddress(`${path}?fbclid=abc`)).toEqual({ kind: 'form', path })
    },
  )

  test.each([
    ['/Report/7', '/report/7'],
    ['/report/7/', '/report/7'],
    ['//report/7', '/report/7'],
  ])('%s leads to the form at %s', (target, path) => {
    expect(readAddress(target)).toEqual({ kind: 'moved', path })
  })

  test.each(['/_next/static/chunk.js', '/_next/static/media/a.woff2?x=1', '/_reader/reader.js'])(
    '%s may be a file',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'file' })
    },
  )

  test.each(['/media/7-abc123/640.avif', '/media/x/y?z=1'])('%s is answered by Next', (target) => {
    expect(readAddress(target)).toEqual({ kind: 'pass' })
  })

  test.each([
    '/newsroom',
    '/newsroom/',
    '/newsroom/stories/12?tab=x',
    '/newsroom?a=1',
    '/newsroom//x',
  ])('%s is the newsroom’s, and never a document', (target) => {
    expect(readAddress(target)).toEqual({ kind: 'newsroom' })
  })

  test.each([
    ['/Newsroom/people', 'moved'],
    ['//newsroom/users', 'moved'],
    ['/n%65wsroom/people', 'moved'],
    ['/newsroom%2fpeople', 'unknown'],
    ['/newsroom/../national', 'unknown'],
    ['/newsroom/%2e%2e/national', 'unknown'],
    ['/newsroom%5cpeople', 'unknown'],
    ['/newsroom/%00', 'unknown'],
    ['/newsrooms', 'document'],
  ])('%s is no way in: %s', (target, kind) => {
    expect(readAddress(target).kind).toBe(kind)
  })

  test.each([
    '/api/jobs/publish',
    '/media',
    '/media/1/2/3',
    '/favicon.ico',
    '/robots.txt',
    '/no-such-file.txt',
  ])('%s, which has no route, gets the drawn not-found page like any document', (target) => {
    expect(readAddress(target).kind).toBe('document')
  })

  test.each(['/media/%E0%A6/160.jpg', '/_next/static/%E0%A6', '/_next/static/../../package.json'])(
    '%s is nothing',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'unknown' })
    },
  )
})

describe('a reader’s beacon tells which story was read', () => {
  test.each([
    ['/api/reads/1', 1],
    ['/api/reads/2147483647', 2_147_483_647],
    ['/api/reads/7?x=1', 7],
    ['/api/reads/2147483648', null],
    ['/api/reads/0', null],
    ['/api/reads/07', null],
    ['/api/reads/-7', null],
    ['/api/reads/7/8', null],
    ['/api/reads/%37', null],
    ['/api/reads/১২', null],
    ['/api/reads/%E0%A6', null],
    [`/api/reads/${'9'.repeat(500)}`, null],
    ['/api/reads/', null],
  ])('%s', (target, id) => {
    expect(readAddress(target)).toEqual({ kind: 'beacon', id })
  })

  test.each(['/api/reads', '/api/readers/7', '/apireads/7'])('%s is none', (target) => {
    expect(readAddress(target).kind).toBe('document')
  })
})

describe('a target that names the host too is read without it', () => {
  test.each([
    ['http://paper.example/national/12', '/national/12'],
    ['https://paper.example:8443/search?q=a', '/search?q=a'],
    ['HTTP://paper.example/', '/'],
    ['http://paper.example', '/'],
    ['http://paper.example?x=1', '/?x=1'],
    ['http://user:secret@[fd00::1]:80/latest', '/latest'],
    ['/national/12', '/national/12'],
    ['//evil.example/x', '//evil.example/x'],
    ['ftp://paper.example/x', 'ftp://paper.example/x'],
    ['http:///x', 'http:///x'],
    ['*', '*'],
    ['', ''],
  ])('%s', (target, path) => {
    expect(originForm(target)).toBe(path)
  })
})

test('where an address leads, its document is', () => {
  const moved = ['/National//12/', '/topic/নির্বাচন', '/%7Ex', '/a b'].map(readAddress)

  const arrived = moved.map((address) => readAddress('path' in address ? address.path : ''))

  expect(arrived.map(({ kind }) => kind)).toEqual(Array(4).fill('document'))
})
