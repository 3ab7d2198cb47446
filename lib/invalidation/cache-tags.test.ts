import { describe, expect, test } from 'vitest'
import { type Change, type Placement, tags, tagsTouchedBy } from './cache-tags'

const inDhaka: Placement = {
  id: 7,
  categorySlugs: ['dhaka', 'country'],
  topicSlugs: ['flood'],
  contributorSlugs: ['rahnuma'],
  month: '2026-03',
}
const inSports: Placement = {
  id: 7,
  categorySlugs: ['sports'],
  topicSlugs: ['election'],
  contributorSlugs: ['news-desk'],
  month: '2026-04',
}

/** One of every kind of change; the record fails to compile when a kind is added. */
const changes: Record<Change['kind'], Change> = {
  article: { kind: 'article', before: null, after: inDhaka },
  categories: { kind: 'categories', slugs: ['dhaka'] },
  front: { kind: 'front' },
  import: { kind: 'import', stories: [inDhaka], categorySlugs: ['other'] },
  topic: { kind: 'topic', slug: 'flood' },
  contributor: { kind: 'contributor', slug: 'rahnuma' },
  names: { kind: 'names', of: 'contributor', slugs: ['rahnuma'] },
  page: { kind: 'page', slug: 'about' },
  paper: { kind: 'paper' },
  crawlers: { kind: 'crawlers' },
  redirects: { kind: 'redirects' },
  photocard: { kind: 'photocard', code: 'k7mx93pfcwr4' },
  picture: { kind: 'picture', shownIn: [inDhaka] },
  nothing: { kind: 'nothing' },
}

/** What each builder makes for the samples above; the record fails to compile when a builder is added. */
const samples: Record<keyof typeof tags, string> = {
  paper: tags.paper(),
  front: tags.front(),
  latest: tags.latest(),
  category: tags.category('dhaka'),
  article: tags.article(7),
  topic: tags.topic('flood'),
  contributor: tags.contributor('rahnuma'),
  name: tags.name('contributor', 'rahnuma'),
  page: tags.page('about'),
  photocard: tags.photocard('k7mx93pfcwr4'),
  month: tags.month('2026-03'),
  lists: tags.lists(),
  crawlers: tags.crawlers(),
  redirects: tags.redirects(),
}

describe('a tag that a document can carry is expired by some change', () => {
  const touched = new Set(Object.values(changes).flatMap(tagsTouchedBy))

  test.each(Object.keys(tags) as (keyof typeof tags)[])('%s', (builder) => {
    expect(touched).toContain(samples[builder])
  })
})

test('no two builders make the same tag', () => {
  expect(new Set(Object.values(samples)).size).toBe(Object.keys(tags).length)
})

describe('a change touches what shows it, and nothing else', () => {
  const own = ['article:7', 'front', 'latest']
  const dhaka = [
    'category:dhaka',
    'category:country',
    'topic:flood',
    'author:rahnuma',
    'month:2026-03',
  ]
  const sports = ['category:sports', 'topic:election', 'author:news-desk', 'month:2026-04']
  const cases: [string, Change, string[]][] = [
    ['a new story', { kind: 'article', before: null, after: inDhaka }, [...own, ...dhaka]],
    ['a story taken away', { kind: 'article', before: inDhaka, after: null }, [...own, ...dhaka]],
    [
      'a moved story clears the lists it left and those it came to',
      { kind: 'article', before: inDhaka, after: inSports },
      [...own, ...dhaka, ...sports],
    ],
    ['no story at all', { kind: 'article', before: null, after: null }, []],
    [
      'categories',
      { kind: 'categories', slugs: ['a', 'b'] },
      ['paper', 'lists', 'redirects', 'category:a', 'category:b'],
    ],
    ['the front', { kind: 'front' }, ['front']],
    ['a topic', { kind: 'topic', slug: 'flood' }, ['topic:flood', 'lists']],
    ['a contributor', { kind: 'contributor', slug: 'rahnuma' }, ['author:rahnuma', 'lists']],
    [
      'a contributor’s name: their lists, and every story that carries it',
      { kind: 'names', of: 'contributor', slugs: ['rahnuma', 'rahnuma-sharmin'] },
      [
        'redirects',
        'author:rahnuma',
        'name:contributor:rahnuma',
        'author:rahnuma-sharmin',
        'name:contributor:rahnuma-sharmin',
        'lists',
      ],
    ],
    [
      'a topic’s name',
      { kind: 'names', of: 'topic', slugs: ['flood'] },
      ['redirects', 'topic:flood', 'name:topic:flood', 'lists'],
    ],
    [
      'a source’s name, which has no list',
      { kind: 'names', of: 'source', slugs: ['bss'] },
      ['name:source:bss'],
    ],
    ['a page', { kind: 'page', slug: 'about' }, ['paper', 'lists', 'page:about']],
    ['the paper', { kind: 'paper' }, ['paper']],
    ['what crawlers are told', { kind: 'crawlers' }, ['crawlers']],
    ['addresses that moved', { kind: 'redirects' }, ['redirects']],
    ['a photocard', { kind: 'photocard', code: 'k7mx93pfcwr4' }, ['photocard:k7mx93pfcwr4']],
    [
      'a picture, wherever it is shown',
      { kind: 'picture', shownIn: [inDhaka, inSports] },
      [...own, ...dhaka, ...sports],
    ],
    ['nothing that readers see', { kind: 'nothing' }, []],
  ]

  test.each(cases)('%s', (_, change, expected) => {
    expect(tagsTouchedBy(change).toSorted()).toEqual(expected.toSorted())
  })
})
