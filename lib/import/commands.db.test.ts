import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { importActor } from '@/lib/auth/system-actors'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { PrismaClient } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { findListPage } from '@/lib/public-lists/list-queries'
import {
  at,
  dumpDatabase,
  hours,
  insertStories,
  minutes,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { importStories } from './commands'
import { importKeys } from './import-keys'
import type { ImportedStory } from './imported-story'
import { readJsonl } from './jsonl'
import { readSavedPage } from './saved-page'

const published = at(-hours(24))
const headline = 'উজানের ঢলে বাড়ছে তিস্তার পানি'

const page: ImportedStory = {
  key: importKeys.page(headline, published),
  headline,
  bylines: ['রাহনুমা শারমিন', 'নমুনা ডেস্ক'],
  publishedAt: published,
  isDraft: false,
  changedAt: at(-hours(23)),
  paragraphs: ['উজানের ঢল।', 'চরে পানি।'],
  source: 'বাসস',
  category: 'ঢাকা',
  moreInCategory: ['চরাঞ্চলে নৌকার সংকট', 'বাঁধ মেরামতে গ্রামবাসী'],
  readMore: ['বৃষ্টির আভাস', 'চরাঞ্চলে নৌকার সংকট', 'কৃষকের ধান'],
}
const plain = (changed: Partial<ImportedStory>): ImportedStory => ({
  ...page,
  key: importKeys.page(changed.headline ?? headline, changed.publishedAt ?? published),
  bylines: [],
  changedAt: null,
  source: null,
  moreInCategory: [],
  readMore: [],
  ...changed,
})

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const importAll = (...stories: ImportedStory[]) =>
  runCommand(db(), importActor, importStories, { file: 'stories.jsonl', stories }, noon)
const storyOf = (text: string) =>
  db().article.findFirstOrThrow({
    where: { headline: text },
    include: {
      bylines: { orderBy: { position: 'asc' }, include: { contributor: true } },
      related: { orderBy: { position: 'asc' }, include: { related: true } },
      source: true,
      category: true,
      revisions: true,
    },
  })

describe('a page that is imported', () => {
  test('is a story with all that the page said', async () => {
    const outcome = await importAll(page)

    const story = await storyOf(headline)
    expect(outcome).toMatchObject({
      ok: true,
      report: { added: 1, completed: 0, headlines: 4, known: 0 },
    })
    expect(story).toMatchObject({
      status: 'published',
      publicAt: published,
      notedChangeAt: at(-hours(23)),
      isHeadlineOnly: false,
      wordCount: 4,
      category: { slug: 'dhaka' },
      source: { name: 'বাসস' },
      bylines: [
        { contributor: { slug: 'rahnuma' } },
        { contributor: { name: 'নমুনা ডেস্ক', kind: 'desk' } },
      ],
      revisions: [{ number: 1, reason: 'import' }],
    })
  })

  test('brings the stories to be read next, in the page’s order', async () => {
    await importAll(page)

    const { related } = await storyOf(headline)

    expect(related.map((link) => link.related.headline)).toEqual(page.readMore)
    expect(related.map((link) => link.related.isHeadlineOnly)).toEqual([true, true, true])
  })

  test('puts what is listed beside it into its category, in the page’s order', async () => {
    await importAll(page)

    const list = { kind: 'category' as const, id: paper.dhaka.id, categoryIds: [paper.dhaka.id] }
    const found = await findListPage(list, null, noon)
    const stories = await db().article.findMany({ where: { id: { in: found?.ids ?? [] } } })
    const headlines = found?.ids.map((id) => stories.find((each) => each.id === id)?.headline)

    expect(headlines).toEqual([...page.moreInCategory, headline])
  })

  test('puts what it only points to where nobody else puts anything', async () => {
    await importAll(page)

    const { category } = await storyOf('কৃষকের ধান')

    expect(category).toMatchObject({ slug: 'other', name: 'অন্যান্য' })
  })

  test('makes every document stale that shows it, and the menu with a new category', async () => {
    await importAll(page)

    const { id } = await storyOf(headline)
    const tags = (await db().tagVersion.findMany()).map(({ tag }) => tag)

    expect(tags).toEqual(
      expect.arrayContaining([
        `article:${id}`,
        'front',
        'latest',
        'category:dhaka',
        'category:country',
        'category:other',
        'author:rahnuma',
        'lists',
        'paper',
      ]),
    )
    expect(tags).not.toContain('category:sports')
  })

  test.each<[string, Partial<ImportedStory>]>([
    ['without a date', { publishedAt: null }],
    ['of a date to come', { publishedAt: at(minutes(1)) }],
    ['that is marked as a draft', { isDraft: true }],
  ])('%s becomes a draft, once, and changes no page', async (_, changed) => {
    const story = plain({ ...changed, readMore: ['বৃষ্টির আভাস'] })
    const first = await importAll(story)

    const second = await importAll(story)

    expect(await storyOf(headline)).toMatchObject({ status: 'draft', publicAt: null })
    expect([first, second]).toMatchObject([
      { ok: true, report: { added: 0, headlines: 0, drafts: 1, known: 0 } },
      { ok: true, report: { added: 0, headlines: 0, drafts: 0, known: 1 } },
    ])
  })

  test('without a date is published at the time of the import where that is asked for', async () => {
    const story = plain({ publishedAt: null, key: importKeys.headline(headline) })

    await runCommand(
      db(),
      importActor,
      importStories,
      { file: 'stories.jsonl', stories: [story], publishUndated: true },
      noon,
    )

    expect((await storyOf(headline)).publicAt).toEqual(noon)
  })

  test('that is a draft leaves the headline that readers have', async () => {
    await importAll(plain({ readMore: ['বৃষ্টির আভাস'] }))

    await importAll(plain({ headline: 'বৃষ্টির আভাস', isDraft: true }))

    const stories = await db().article.findMany({ where: { headline: 'বৃষ্টির আভাস' } })
    expect(
      stories.map(({ status, isHeadlineOnly }) => [status, isHeadlineOnly]).toSorted(),
    ).toEqual([
      ['draft', false],
      ['published', true],
    ])
  })
})

/** Every import is audited, also one that finds all its stories in the paper. */
async function dumpWithoutAudit() {
  const { AuditEntry: _, ...tables } = await dumpDatabase()
  return tables
}

test('an import leaves one audit entry for its file, by the import’s own actor', async () => {
  await importAll(page)

  expect(await db().auditEntry.findMany()).toMatchObject([
    { actorId: 'import', command: 'importStories', detail: { file: 'stories.jsonl' } },
  ])
})

describe('importing again', () => {
  test('the same file changes nothing at all', async () => {
    await importAll(page)
    const before = await dumpWithoutAudit()

    const outcome = await runCommand(
      db(),
      importActor,
      importStories,
      { file: 'page.txt', stories: [page] },
      at(hours(5)),
    )

    expect(outcome).toMatchObject({
      report: { added: 0, completed: 0, headlines: 0, known: 1 },
    })
    expect(await dumpWithoutAudit()).toEqual(before)
  })

  test('a story whose editors changed it leaves it as they left it', async () => {
    await importAll(page)
    const { id } = await storyOf(headline)
    await db().article.update({ where: { id }, data: { headline: 'নতুন শিরোনাম' } })

    await importAll(page)

    expect(await db().article.count()).toBe(5)
    expect((await db().article.findUnique({ where: { id } }))?.headline).toBe('নতুন শিরোনাম')
  })

  test('a headline that is there already, bare or whole, is not there twice', async () => {
    await importAll(page, plain({ headline: 'বৃষ্টির আভাস', publishedAt: at(-hours(30)) }))

    const outcome = await importAll(
      plain({ headline: 'আরেক খবর', readMore: [headline, 'বৃষ্টির আভাস', 'কৃষকের ধান'] }),
    )

    expect(outcome).toMatchObject({ report: { added: 1, headlines: 0 } })
    expect(await db().article.count()).toBe(6)
  })

  test('two papers may use one headline at two times', async () => {
    await importAll(plain({}), plain({ publishedAt: at(-hours(2)) }))

    expect(await db().article.count({ where: { headline } })).toBe(2)
  })
})

describe('a bare headline that gets its story', () => {
  const whole = plain({
    headline: 'বৃষ্টির আভাস',
    publishedAt: at(-hours(30)),
    category: 'খেলাধুলা',
    bylines: ['নমুনা ডেস্ক'],
  })

  test('keeps its number, has its body and its own hour, and stays what is read next', async () => {
    await importAll(page)
    const { id } = await storyOf('বৃষ্টির আভাস')

    const outcome = await importAll(whole)

    const story = await storyOf('বৃষ্টির আভাস')
    const { related } = await storyOf(headline)
    expect(outcome).toMatchObject({ report: { added: 0, completed: 1, headlines: 0, known: 0 } })
    expect(story).toMatchObject({
      id,
      isHeadlineOnly: false,
      publicAt: at(-hours(30)),
      category: { slug: 'sports' },
      importKey: whole.key,
    })
    expect(related[0]?.related.id).toBe(id)
    expect(await findArticle(id, noon)).toMatchObject({ kind: 'public' })
  })

  test('leaves the lists it stood in and comes into its own, whose documents become stale', async () => {
    await importAll(page)
    await db().tagVersion.deleteMany()

    await importAll(whole)

    const tags = (await db().tagVersion.findMany()).map(({ tag }) => tag)
    expect(tags).toEqual(expect.arrayContaining(['category:other', 'category:sports', 'latest']))
  })

  test('after that, importing both files again changes nothing', async () => {
    await importAll(page)
    await importAll(whole)
    const before = await dumpWithoutAudit()

    await importAll(page)
    await importAll(whole)

    expect(await dumpWithoutAudit()).toEqual(before)
  })

  test('may have its story and its list in one file, in either order', async () => {
    await importAll(whole, page)
    const first = await db().article.count()
    await resetToTestPaper()

    await importAll(page, whole)

    expect([first, await db().article.count()]).toEqual([5, 5])
  })
})

describe('all or nothing', () => {
  test('a category the paper does not have is a fault, and nothing is written', async () => {
    const before = await dumpDatabase()

    const outcome = await importAll(page, plain({ headline: 'এক', category: 'মহাকাশ' }))

    expect(outcome).toMatchObject({
      ok: false,
      faults: [{ line: 1, reason: expect.stringContaining('“মহাকাশ”') }],
    })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('a story the database refuses takes the whole file back', async () => {
    const before = await dumpDatabase()

    const importing = importAll(page, plain({ headline: 'এক', changedAt: at(-hours(90)) }))

    await expect(importing).rejects.toThrow('Article_noted_change_check')
    expect(await dumpDatabase()).toEqual(before)
  })

  test('a category is known by its slug too, and by none goes to the others', async () => {
    await importAll(
      plain({ headline: 'এক', category: 'sports' }),
      plain({ headline: 'দুই', category: null }),
    )

    expect((await storyOf('এক')).category.slug).toBe('sports')
    expect((await storyOf('দুই')).category.slug).toBe('other')
  })
})

describe('two imports at once', () => {
  test('of one file make its stories once', async () => {
    const outcomes = await Promise.all([importAll(page), importAll(page), importAll(page)])

    const reports = outcomes.map((outcome) => (outcome.ok ? outcome.report.added : -1))
    expect(reports.toSorted()).toEqual([0, 0, 1])
    expect(await db().article.count()).toBe(5)
  })

  test('the one waits for the other longer than a reader would', async () => {
    const options = { connectionString: env.DATABASE_URL ?? '', statement_timeout: 100 }
    const shortTimeoutClient = new PrismaClient({ adapter: new PrismaPg({ ...options, max: 2 }) })
    const other = new pg.Client({ connectionString: env.DATABASE_URL ?? '' })
    await other.connect()
    await other.query('BEGIN')
    await other.query('SELECT pg_advisory_xact_lock(51001)')

    const importing = runCommand(
      shortTimeoutClient,
      importActor,
      importStories,
      { file: 'page.txt', stories: [page] },
      noon,
    )
    const [outcome] = await Promise.all([
      importing,
      other.query('SELECT pg_sleep(0.4)').then(() => other.query('COMMIT')),
    ])

    expect(outcome).toMatchObject({ ok: true })
    await Promise.all([other.end(), shortTimeoutClient.$disconnect()])
  })
})

describe('an import of many old stories', () => {
  test('lays their lists out anew: full pages, none missing', async () => {
    await insertStories(60, {
      from: at(-hours(12)),
      stepMs: minutes(1),
      categoryIds: [paper.dhaka.id],
    })
    const many = Array.from({ length: 90 }, (_, index) =>
      plain({
        headline: `পুরোনো খবর ${index}`,
        publishedAt: at(-hours(5_000) + minutes(index)),
        bylines: ['রাহনুমা শারমিন'],
      }),
    )

    await importAll(...many)

    const lists = await Promise.all(
      [
        { kind: 'latest' as const },
        { kind: 'author' as const, id: paper.person.id },
        {
          kind: 'category' as const,
          id: paper.country.id,
          categoryIds: [paper.country.id, paper.dhaka.id, paper.oldDhaka.id],
        },
      ].map((list) => findListPage(list, 2, noon)),
    )
    expect(lists.map((found) => [found?.ids.length, found?.newest])).toEqual([
      [20, 7],
      [20, 4],
      [20, 7],
    ])
    expect(await db().listPage.count({ where: { list: 'latest' } })).toBe(6)
  })
})

test('names that sound alike in Latin letters have addresses of their own', async () => {
  await importAll(plain({ bylines: ['শামীম', 'শামিম'] }))

  const { bylines } = await storyOf(headline)
  const slugs = bylines.map(({ contributor }) => contributor.slug)

  expect(new Set(slugs).size).toBe(2)
})

describe('what the readers of files read can be imported', () => {
  test('a saved page', async () => {
    const content = [
      'উজানের ঢলে বাড়ছে তিস্তার পানি',
      'Daily Sample নমুনা ডেস্ক',
      '২০ মে ২০২৪, ০৮:০২ পিএম | আপডেট: ২০ মে ২০২৪, ০৯:১৫ পিএম',
      'উজানের ঢল। সূত্র: বাসস।',
      'বিভাগ : সারাদেশ',
      'এই বিভাগের আরও',
      'চরাঞ্চলে নৌকার সংকট',
      'আরও পড়ুন',
      'বৃষ্টির আভাস',
    ].join('\n')
    const read = readSavedPage(content)

    const outcome = await importAll(...(read.ok ? read.stories : []))

    expect(outcome).toMatchObject({ report: { added: 1, headlines: 2 } })
  })

  test('a collection, twice without a change', async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      JSON.stringify({ title: `খবর ${index}`, body: 'এক।\n\nদুই।', doc_id: `d-${index}` }),
    )
    const read = readJsonl(lines.join('\n'))
    const stories = read.ok ? read.stories : []
    await importAll(...stories)
    const before = await dumpWithoutAudit()

    const outcome = await runCommand(
      db(),
      importActor,
      importStories,
      { file: 'stories.jsonl', stories },
      at(hours(1)),
    )

    expect(outcome).toMatchObject({ report: { added: 0, known: 30 } })
    expect(await dumpWithoutAudit()).toEqual(before)
  })
})
