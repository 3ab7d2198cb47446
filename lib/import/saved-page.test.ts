import { describe, expect, test } from 'vitest'
import { importKeys } from './import-keys'
import type { ImportedStory } from './imported-story'
import { readSavedPage } from './saved-page'

/** The parts of a saved page, as a browser shows them; a case changes one. */
const parts = {
  headline: 'উজানের ঢলে বাড়ছে তিস্তার পানি',
  byline: 'Daily Sample নমুনা ডেস্ক',
  stamps: '২০ মে ২০২৪, ০৮:০২ পিএম | আপডেট: ২০ মে ২০২৪, ০৯:১৫ পিএম',
  body: [
    'উজান থেকে নেমে আসা ঢলে তিস্তা নদীর পানি বেড়েছে।',
    'চরের কয়েকটি গ্রামে পানি উঠেছে, জানিয়েছে পানি উন্নয়ন বোর্ড। সূত্র: বাসস।',
  ],
  category: 'বিভাগ : সারাদেশ',
  after: [
    'মন্তব্য করুন',
    'HTML Comment Box is loading comments...',
    'এই বিভাগের আরও',
    'চরাঞ্চলে নৌকার সংকট',
    'বাঁধ মেরামতে নেমেছেন গ্রামবাসী',
    'আরও',
    'আরও পড়ুন',
    'সপ্তাহজুড়ে বৃষ্টির আভাস',
    'সপ্তাহজুড়ে বৃষ্টির আভাস',
    'কৃষকের ধান ঘরে উঠছে',
    'কৃষকের ধান ঘরে উঠছে',
  ],
}
type PageParts = { [K in keyof typeof parts]: (typeof parts)[K] | null }

/** The page's text, with the blank lines a browser leaves. */
function page(changed: Partial<PageParts> = {}): string {
  const { headline, byline, stamps, body, category, after } = { ...parts, ...changed }
  const lines = [headline, byline, stamps, '\u00A0', ...(body ?? []), category, ...(after ?? [])]
  return lines.filter((line) => line !== null).join('\n\n')
}

const without = (name: keyof typeof parts) => page({ [name]: null })

function readStory(content: string): ImportedStory | undefined {
  const read = readSavedPage(content)
  return read.ok ? read.stories[0] : undefined
}

const faultsOf = (content: string) => {
  const read = readSavedPage(content)
  return read.ok ? [] : read.faults
}

const published = new Date('2024-05-20T14:02:00.000Z')
const changed = new Date('2024-05-20T15:15:00.000Z')

test('every part of a saved page is read', () => {
  expect(readSavedPage(page())).toEqual({
    ok: true,
    notes: [],
    stories: [
      {
        key: importKeys.page(parts.headline, published),
        headline: parts.headline,
        bylines: ['নমুনা ডেস্ক'],
        publishedAt: published,
        isDraft: false,
        changedAt: changed,
        paragraphs: [
          'উজান থেকে নেমে আসা ঢলে তিস্তা নদীর পানি বেড়েছে।',
          'চরের কয়েকটি গ্রামে পানি উঠেছে, জানিয়েছে পানি উন্নয়ন বোর্ড।',
        ],
        source: 'বাসস',
        category: 'সারাদেশ',
        moreInCategory: ['চরাঞ্চলে নৌকার সংকট', 'বাঁধ মেরামতে নেমেছেন গ্রামবাসী'],
        readMore: ['সপ্তাহজুড়ে বৃষ্টির আভাস', 'কৃষকের ধান ঘরে উঠছে'],
      },
    ],
  })
})

describe('pages differ and are read alike', () => {
  const cases: [string, string, Partial<ImportedStory>][] = [
    ['no byline', without('byline'), { bylines: [], headline: parts.headline }],
    ['a byline without Latin before it', page({ byline: 'নমুনা ডেস্ক' }), { bylines: ['নমুনা ডেস্ক'] }],
    [
      'two names',
      page({ byline: 'রাহনুমা শারমিন ও তানভীর আলম' }),
      { bylines: ['রাহনুমা শারমিন', 'তানভীর আলম'] },
    ],
    ['names with commas', page({ byline: 'ক খ, গ ঘ' }), { bylines: ['ক খ', 'গ ঘ'] }],
    ['a name wholly in Latin', page({ byline: 'John Smith' }), { bylines: ['John Smith'] }],
    ['no update', page({ stamps: '২০ মে ২০২৪, ০৮:০২ পিএম' }), { changedAt: null }],
    [
      'an update at the minute of publication',
      page({ stamps: '২০ মে ২০২৪, ০৮:০২ পিএম | আপডেট: ২০ মে ২০২৪, ০৮:০২ পিএম' }),
      { publishedAt: published, changedAt: null },
    ],
    [
      'the bar written at the word, as the gate makes a danda of it',
      page({ stamps: '২০ মে ২০২৪, ০৮:০২ পিএম| আপডেট : ২০ মে ২০২৪, ০৯:১৫ পিএম' }),
      { publishedAt: published, changedAt: changed },
    ],
    [
      'a label before the stamp',
      page({ stamps: 'প্রকাশ: ২০ মে ২০২৪, ০৮:০২ পিএম' }),
      { publishedAt: published },
    ],
    ['Latin digits and PM', page({ stamps: '20 মে 2024, 08:02 PM' }), { publishedAt: published }],
    [
      'the morning',
      page({ stamps: '20 May 2024, 08:02 am' }),
      { publishedAt: new Date('2024-05-20T02:02:00.000Z') },
    ],
    [
      'midnight',
      page({ stamps: '২০ মে ২০২৪, ১২:০০ এএম' }),
      { publishedAt: new Date('2024-05-19T18:00:00.000Z') },
    ],
    ['no source', page({ body: ['এক।', 'দুই।'] }), { source: null, paragraphs: ['এক।', 'দুই।'] }],
    [
      'a source on its own line',
      page({ body: ['এক।', 'সূত্র : বিবিসি'] }),
      { source: 'বিবিসি', paragraphs: ['এক।'] },
    ],
    [
      'a source named in the middle, which is text',
      page({ body: ['সূত্র: পুলিশ। তদন্ত চলছে।', 'দুই।'] }),
      { source: null, paragraphs: ['সূত্র: পুলিশ। তদন্ত চলছে।', 'দুই।'] },
    ],
    ['a category without a blank', page({ category: 'বিভাগ:সারাদেশ' }), { category: 'সারাদেশ' }],
    ['no lists', without('after'), { moreInCategory: [], readMore: [] }],
    [
      'only the first list',
      page({ after: ['এই বিভাগের আরো', 'এক'] }),
      { moreInCategory: ['এক'], readMore: [] },
    ],
    [
      'only the second list',
      page({ after: ['আরো পড়ুন:', 'এক'] }),
      { moreInCategory: [], readMore: ['এক'] },
    ],
    [
      'the lists in the other order',
      page({ after: ['আরও পড়ুন', 'এক', 'দুই', 'এই বিভাগের আরও খবর', 'তিন', 'আরও'] }),
      { moreInCategory: ['তিন'], readMore: ['এক', 'দুই'] },
    ],
    [
      'the story’s own headline in its lists',
      page({ after: ['এই বিভাগের আরও', parts.headline, 'এক'] }),
      { moreInCategory: ['এক'] },
    ],
  ]

  test.each(cases)('%s', (_, content, expected) => {
    expect(readStory(content)).toMatchObject(expected)
  })

  test.each([
    ['Windows line ends', page().replaceAll('\n', '\r\n')],
    ['old Mac line ends', page().replaceAll('\n', '\r')],
    ['one line end between parts', page().replaceAll('\n\n', '\n')],
    ['a byte order mark', `\uFEFF${page()}`],
    ['precomposed letters', page().replaceAll('ড\u09BC', '\u09DC').replaceAll('য\u09BC', '\u09DF')],
    ['letters in their smallest parts', page().normalize('NFD')],
    ['zero-width letters strewn in', page().replaceAll('পানি', 'পা\u200Bনি')],
    ['spaces at both ends of lines', page().replace(/^|$/gm, '\u00A0 ')],
    ['a line end at the end', `${page()}\n`],
  ])('%s change nothing', (_, content) => {
    expect(readSavedPage(content)).toEqual(readSavedPage(page()))
  })
})

describe('what cannot be read whole is refused, and the line named', () => {
  test.each([
    ['nothing', '', 1, /empty/],
    ['blank lines', '\n \n\u00A0\n', 1, /empty/],
    ['no stamp', without('stamps'), 33, /no line with the publication stamp/],
    ['a stamp first', page({ headline: null, byline: null }), 1, /where the headline should/],
    [
      'an impossible date',
      page({ stamps: '৩১ ফেব্রুয়ারি ২০২৪, ০৮:০২ পিএম' }),
      5,
      /no date that exists: “৩১ ফেব্রুয়ারি/,
    ],
    ['an impossible hour', page({ stamps: '২০ মে ২০২৪, ০৮:৭২ পিএম' }), 5, /no date that exists/],
    [
      'an impossible update',
      page({ stamps: '২০ মে ২০২৪, ০৮:০২ পিএম | আপডেট: ২০ মে, ০৯:১৫ পিএম' }),
      5,
      /no date that exists: “আপডেট/,
    ],
    [
      'an update older than the publication',
      page({ stamps: '২০ মে ২০২৪, ০৮:০২ পিএম | আপডেট: ২০ মে ২০২৪, ০৭:৫৯ পিএম' }),
      5,
      /older than the publication/,
    ],
    ['two lines before the stamp', page({ byline: 'নমুনা ডেস্ক\nঢাকা' }), 6, /only one byline/],
    ['no category', without('category'), 33, /no line with the category/],
    ['an empty category', page({ category: 'বিভাগ :' }), 35, /no line with the category/],
    ['a category before the stamp', page({ byline: 'বিভাগ : সারাদেশ' }), 3, /before the stamp/],
    ['no paragraphs', page({ body: null }), 6, /no paragraph/],
    ['a body that is only its source', page({ body: ['সূত্র: বাসস।'] }), 6, /nothing but its source/],
  ])('%s', (_, content, line, reason) => {
    expect(faultsOf(content)).toEqual([{ line, reason: expect.stringMatching(reason) }])
  })
})

test('a line longer than the paper keeps is named', () => {
  const headline = 'ক'.repeat(401)

  expect(faultsOf(page({ headline })).map(({ line }) => line)).toEqual([1])
  expect(faultsOf(page({ body: ['এক', 'ক'.repeat(20_001)] })).map(({ line }) => line)).toEqual([11])
  expect(faultsOf(page({ after: ['আরও পড়ুন', headline] })).map(({ line }) => line)).toEqual([17])
})
