import { describe, expect, test } from 'vitest'
import { importKeys } from './import-keys'
import { readJsonl } from './jsonl'

const line = (story: Record<string, unknown>) => JSON.stringify(story)
const story = { title: 'নদীর পানি বাড়ছে', body: 'প্রথম।\n\nদ্বিতীয়।' }

const faultsOf = (content: string) => {
  const read = readJsonl(content)
  return read.ok ? [] : read.faults
}
const storiesOf = (content: string) => {
  const read = readJsonl(content)
  return read.ok ? read.stories : []
}

test('a line is a story', () => {
  const content = line({
    ...story,
    doc_id: 'a-1',
    published: '২০ মে ২০২৪, ০৮:০২ পিএম',
    category: 'সারাদেশ',
    byline: 'নমুনা ডেস্ক',
    source: 'বাসস',
  })

  expect(storiesOf(content)).toEqual([
    {
      key: importKeys.document('a-1'),
      headline: 'নদীর পানি বাড়ছে',
      bylines: ['নমুনা ডেস্ক'],
      publishedAt: new Date('2024-05-20T14:02:00.000Z'),
      isDraft: false,
      changedAt: null,
      paragraphs: ['প্রথম।', 'দ্বিতীয়।'],
      source: 'বাসস',
      category: 'সারাদেশ',
      moreInCategory: [],
      readMore: [],
    },
  ])
})

describe('what a line does not say is left open', () => {
  test('only title and body are needed', () => {
    expect(storiesOf(line(story))).toMatchObject([
      { publishedAt: null, category: null, source: null, bylines: [] },
    ])
  })

  test('a story is known by its number, else by headline and hour, else by headline', () => {
    const published = '2024-05-20T14:02:00Z'
    const keys = [{ ...story, doc_id: '7', published }, { ...story, published }, story].map(
      (each) => storiesOf(line(each))[0]?.key,
    )

    expect(keys).toEqual([
      importKeys.document('7'),
      importKeys.page(story.title, new Date(published)),
      importKeys.headline(story.title),
    ])
  })
})

describe('a line that may not be for the public is a draft', () => {
  test.each(['draft', 'private', 'pending', 'future', ''])('status %j', (status) => {
    expect(storiesOf(line({ ...story, status }))).toMatchObject([{ isDraft: true }])
  })

  test('a field that is not known, which the report names', () => {
    const read = readJsonl(line({ ...story, visibility: 'members' }))

    expect(read).toMatchObject({
      ok: true,
      stories: [{ isDraft: true }],
      notes: [{ line: 1, reason: expect.stringContaining('visibility') }],
    })
  })
})

describe('lines differ and are read alike', () => {
  const plain = storiesOf(line(story))

  test.each([
    ['Windows line ends inside', line({ ...story, body: 'প্রথম।\r\n\r\nদ্বিতীয়।' })],
    ['a line broken inside a paragraph', line({ ...story, body: 'প্রথম।\n\n\n দ্বিতীয়।\n' })],
    [
      'precomposed letters',
      line(story).replaceAll('ড\u09BC', '\u09DC').replaceAll('য\u09BC', '\u09DF'),
    ],
    ['zero-width letters', line({ ...story, title: 'নদীর\u200B পানি বাড়ছে\uFEFF' })],
    ['spaces round it', line({ ...story, title: ' নদীর  পানি বাড়ছে ' })],
    ['blank lines between stories', `\n\n${line(story)}\n\n`],
    ['a Windows line end', `${line(story)}\r\n`],
    ['a line break in the title', line({ ...story, title: 'নদীর\r\nপানি\u2028বাড়ছে' })],
    ['a status that is public', line({ ...story, status: 'published' })],
  ])('%s', (_, content) => {
    expect(storiesOf(content)).toEqual(plain)
  })

  test('a broken line inside a paragraph is a blank', () => {
    const [read] = storiesOf(line({ ...story, body: 'এক\nদুই' }))

    expect(read?.paragraphs).toEqual(['এক দুই'])
  })
})

describe('one bad line refuses the file, and every bad line is named', () => {
  test.each([
    ['an empty file', '', [[1, /empty/]]],
    ['blank lines', '\n\n', [[1, /empty/]]],
    ['no JSON', `${line(story)}\n{"title":`, [[2, /not JSON/]]],
    ['a list', '[]', [[1, /line: /]]],
    ['null', 'null', [[1, /line: /]]],
    ['no title', line({ body: 'এক' }), [[1, /title: /]]],
    ['no body', line({ title: 'এক' }), [[1, /body: /]]],
    ['a blank title', line({ ...story, title: ' ' }), [[1, /title: /]]],
    ['a title of invisible letters', line({ ...story, title: '\u200B' }), [[1, /blank/]]],
    ['a title that is a number', line({ ...story, title: 7 }), [[1, /title: /]]],
    [
      'an impossible date',
      line({ ...story, published: '31 Feb 2024' }),
      [[1, /no date that exists/]],
    ],
    ['the same story twice', `${line(story)}\n\n${line(story)}`, [[3, /same story as in line 1/]]],
    [
      'several',
      `{\n${line(story)}\n${line({ title: 'এক' })}\n${line({ ...story, published: 'কাল' })}`,
      [
        [1, /not JSON/],
        [3, /body: /],
        [4, /no date/],
      ],
    ],
  ] as [string, string, [number, RegExp][]][])('%s', (_, content, faults) => {
    expect(faultsOf(content)).toEqual(
      faults.map(([number, reason]) => ({ line: number, reason: expect.stringMatching(reason) })),
    )
  })
})

test('a headline or paragraph longer than the paper prints is a fault of its line', () => {
  const content = [
    line({ ...story, title: 'ক'.repeat(401) }),
    line({ ...story, body: 'ক'.repeat(20_001) }),
    line({ title: 'এক', body: 'এক' }),
  ].join('\n')

  expect(faultsOf(content).map((fault) => fault.line)).toEqual([1, 2])
})
