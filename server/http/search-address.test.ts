import { describe, expect, test } from 'vitest'
import { countGraphemes } from '@/lib/bengali/text/shorten'
import { isSearch, readAddress } from './address'

const encoded = (words: string) => new URLSearchParams({ q: words }).toString()
const pageAddress = (path: string) => ({ kind: 'document', path })
const dhaka = '/search?q=%E0%A6%A2%E0%A6%BE%E0%A6%95%E0%A6%BE'

describe('a search has one document, however its address is written', () => {
  test.each([
    ['as the form sends it', dhaka, dhaka],
    ['unencoded', '/search?q=ঢাকা', dhaka],
    ['with blanks around', '/search?q=+ঢাকা%20+', dhaka],
    ['page 1', `${dhaka}&page=1`, dhaka],
    ['a later page', `${dhaka}&page=2`, `${dhaka}&page=2`],
    ['the page first', '/search?page=10&q=ঢাকা', `${dhaka}&page=10`],
    ['a tracker', `${dhaka}&utm_source=x&fbclid=1`, dhaka],
    ['a fragment', `${dhaka}#found`, dhaka],
    ['words twice', `${dhaka}&q=খুলনা`, dhaka],
    ['blanks inside', '/search?q=a++b%20%20c', '/search?q=a+b+c'],
    [
      'decomposed letters',
      `/search?${encoded('বা\u09a1\u09bcি')}`,
      `/search?${encoded('বা\u09a1\u09bcি')}`,
    ],
    ['composed letters', `/search?${encoded('বা\u09dcি')}`, `/search?${encoded('বা\u09a1\u09bcি')}`],
    ['a joiner that shows', `/search?${encoded('র\u200d্যাব')}`, `/search?${encoded('র\u200d্যাব')}`],
    ['a joiner that does not', `/search?${encoded('ঢা\u200dকা')}`, dhaka],
    ['signs that tsquery knows', '/search?q=a%26b%7C!c', '/search?q=a%26b%7C%21c'],
  ])('%s', (_, target, path) => {
    expect(readAddress(target)).toEqual(pageAddress(path))
  })

  test.each([
    '/search',
    '/search?',
    '/search?q=',
    '/search?q=%20',
    '/search?page=3',
    '/search?x=y',
  ])('%s is the empty form', (target) => {
    expect(readAddress(target)).toEqual(pageAddress('/search'))
  })

  test.each(['0', '-1', '01', '11', '2.5', '1e1', '২', 'x', '', '99999999999999999999', '2 '])(
    'page “%s” is the first',
    (page) => {
      expect(readAddress(`${dhaka}&page=${encodeURIComponent(page)}`)).toEqual(pageAddress(dhaka))
    },
  )

  test.each([
    '/search?q=%',
    '/search?q=%E0%A6',
    '/search?q=%00',
    '/search?q=%ff',
    '/search?%',
    '/search?&&=&',
  ])('%s does not throw, and has nothing to look for', (target) => {
    expect(readAddress(target)).toMatchObject({
      kind: 'document',
      path: expect.stringMatching(/^\/search(?:\?q=%25)?$/),
    })
  })

  test('what is too long is cut after 200 letters, and no letter is cut in two', () => {
    const address = readAddress(`/search?${encoded('ক্ষি'.repeat(900))}`)
    const typed =
      new URL(`http://x${'path' in address ? address.path : ''}`).searchParams.get('q') ?? ''

    expect(countGraphemes(typed)).toBe(200)
    expect(typed).toBe('ক্ষি'.repeat(200))
  })

  test('the address of a document is its own', () => {
    for (const target of [dhaka, '/search?q=%', '/search?q=a&page=3', '/search?q=র‍্যাব+৫০০']) {
      const first = readAddress(target)
      expect(readAddress('path' in first ? first.path : '')).toEqual(first)
    }
  })
})

describe('only the search takes a query', () => {
  test('another spelling of the path moves, with the words', () => {
    expect(readAddress('/search/?q=ঢাকা')).toEqual({ kind: 'moved', path: dhaka })
    expect(readAddress('/Search?q=ঢাকা&page=2')).toEqual({ kind: 'moved', path: `${dhaka}&page=2` })
  })

  test('other pages drop it', () => {
    expect(readAddress('/latest?q=ঢাকা')).toEqual(pageAddress('/latest'))
    expect(readAddress('/search/2?q=ঢাকা')).toEqual(pageAddress('/search/2'))
  })

  test('results and form are told from all else', () => {
    expect(isSearch(readAddress(dhaka))).toBe(true)
    expect(isSearch(readAddress('/search'))).toBe(true)
    expect(isSearch(readAddress('/searching'))).toBe(false)
    expect(isSearch(readAddress('/'))).toBe(false)
  })
})
