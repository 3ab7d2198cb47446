import { describe, expect, test } from 'vitest'
import {
  type Expectation,
  expectedTextsOf,
  findFault,
  type Probe,
  type ReaderResponse,
} from './publication-check'

const page = (html: string, status = 200, location: string | null = null): ReaderResponse => ({
  status,
  type: 'text/html; charset=utf-8',
  location,
  html,
})
const jpeg: ReaderResponse = { status: 200, type: 'image/jpeg', location: null, html: '' }
const probe = (expects: Expectation): Probe => ({ page: 'article', path: '/national/7', expects })
const fault = (expects: Expectation, response: ReaderResponse) =>
  findFault(probe(expects), response)

const text: Expectation = { kind: 'text', texts: ['নদীর পানি ৪ মিটার', 'বৃষ্টি থামেনি।'] }
const listed: Expectation = { kind: 'listed', path: '/national/7', headline: 'নদীর পানি' }
const unlisted: Expectation = { kind: 'unlisted', path: '/national/7' }
const name = 'tag:paper.example,2026:story:7'
const fed: Expectation = { kind: 'fed', name, headline: 'র‍্যাব & পুলিশ' }
const unfed: Expectation = { kind: 'unfed', name }
const feed = (guid: string, title: string) =>
  page(
    `<rss><channel><title>ক</title><item><title>${title}</title><guid>${guid}</guid></item></channel></rss>`,
  )
const url = 'https://paper.example/national/7'
const located: Expectation = { kind: 'located', url }
const unlocated: Expectation = { kind: 'unlocated', url }
const moved: Expectation = { kind: 'moved', to: '/sports/7' }

describe('a page shows what it must', () => {
  test.each<[string, Expectation, ReaderResponse]>([
    ['all the words', text, page('<h1>নদীর পানি <span>৪ মিটার</span></h1><p>বৃষ্টি থামেনি।</p>')],
    ['words broken into lines', text, page('<h1>নদীর পানি\n৪&nbsp;মিটার</h1><p>বৃষ্টি <b>থামেনি</b>।')],
    ['the story in a list', listed, page('<a href="/national/7">নদীর পানি</a>')],
    ['a list without the story', unlisted, page('<a href="/national/77">নদীর পানি</a>')],
    ['a picture', { kind: 'picture' }, jpeg],
    ['the story in a feed', fed, feed(name, 'র‍্যাব &amp; পুলিশ')],
    ['the story in a feed, as data', fed, feed(name, '\n <![CDATA[র‍্যাব & পুলিশ]]>\n')],
    ['a feed without the story', unfed, feed(`${name}7`, 'র‍্যাব &amp; পুলিশ')],
    ['its address', located, page(`<url><loc>${url}</loc></url>`)],
    ['a file without its address', unlocated, page(`<url><loc>${url}7</loc></url>`)],
    ['no file at all, when it was the last in it', unlocated, page('', 404)],
    ['that it was taken away', { kind: 'gone' }, page('', 410)],
    ['that a picture was taken away', { kind: 'pictureGone' }, page('', 410)],
    ['the way to the new address', moved, page('', 301, '/sports/7')],
  ])('%s', (_, expects, response) => {
    expect(fault(expects, response)).toBeNull()
  })
})

describe('what is wrong with a page is named', () => {
  test.each<[string, Expectation, ReaderResponse, object]>([
    ['no answer', text, null, { why: 'noAnswer' }],
    ['no address', located, page(`<url><loc>${url}7</loc></url>`), { why: 'notListed' }],
    ['an address left', unlocated, page(`<loc>${url}</loc>`), { why: 'stillListed' }],
    ['no file', located, page('', 404), { why: 'status', status: 404 }],
    ['another status', text, page('', 404), { why: 'status', status: 404 }],
    ['still there', { kind: 'gone' }, page(''), { why: 'status', status: 200 }],
    [
      'an old paragraph',
      text,
      page('<h1>নদীর পানি ৪ মিটার</h1><p>বৃষ্টি থেমেছে।</p>'),
      { why: 'text', lacks: 'বৃষ্টি থামেনি।' },
    ],
    [
      'the words in a script or a comment only',
      text,
      page('<script>নদীর পানি ৪ মিটার</script><!-- বৃষ্টি থামেনি। -->'),
      { why: 'text', lacks: 'নদীর পানি ৪ মিটার' },
    ],
    [
      'a list without the story',
      listed,
      page('<a href="/national/77">ক</a>'),
      { why: 'notListed' },
    ],
    [
      'a list with its old headline',
      listed,
      page('<a href="/national/7">পুরোনো শিরোনাম</a>'),
      { why: 'text', lacks: 'নদীর পানি' },
    ],
    [
      'a list that still has it',
      unlisted,
      page('<a href="/national/7">ক</a>'),
      { why: 'stillListed' },
    ],
    [
      'a picture that is still there',
      { kind: 'pictureGone' },
      jpeg,
      { why: 'status', status: 200 },
    ],
    ['a page for a picture', { kind: 'picture' }, page('<img>'), { why: 'noPicture' }],
    ['a feed without the story', fed, feed(`${name}7`, 'ক'), { why: 'notListed' }],
    [
      'a feed with its old headline',
      fed,
      feed(name, 'পুরোনো'),
      { why: 'text', lacks: 'র‍্যাব & পুলিশ' },
    ],
    ['a feed that still has it', unfed, feed(name, 'ক'), { why: 'stillListed' }],
    ['another way', moved, page('', 301, '/'), { why: 'redirect', to: '/' }],
  ])('%s', (_, expects, response, wrong) => {
    expect(fault(expects, response)).toEqual(wrong)
  })
})

test('what a page must say of a story is its headline, its standfirst and its paragraphs', () => {
  const texts = expectedTextsOf('শিরোনাম', null, [
    { kind: 'paragraph', content: [{ text: 'এক ' }, { text: 'দুই', bold: true }] },
    { kind: 'image', imageId: 1, caption: 'ক্যাপশন' },
    { kind: 'list', ordered: false, items: [[{ text: 'তিন' }], [{ text: 'চার' }]] },
  ])

  expect(texts).toEqual(['শিরোনাম', 'এক দুই', 'তিন', 'চার'])
})
