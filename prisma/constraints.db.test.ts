import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import {
  at,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'

let paper: TestPaper
let id: number
let other: number

async function makePaper(): Promise<void> {
  paper = await resetToTestPaper()
  id = await insertStory(paper, { contributorIds: [paper.person.id], topicIds: [paper.flood.id] })
  other = await insertStory(paper)
}
beforeAll(makePaper)

/**
 * Writes, takes it back, and tells what the database said: "written", or why not. In the SQL $story, $other and the
 * like stand for rows of the little paper.
 */
async function tryToWrite(sql: string): Promise<string> {
  const rows: Record<string, number> = {
    story: id,
    other,
    national: paper.national.id,
    country: paper.country.id,
    oldDhaka: paper.oldDhaka.id,
    person: paper.person.id,
    desk: paper.desk.id,
    flood: paper.flood.id,
  }
  const statements = sql.replace(/\$(\w+)/g, (_, name: string) => String(rows[name])).split('; ')
  const writing = db().$transaction(async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
    throw new Error('written')
  })
  return writing.catch((error: Error) => error.message)
}

const story = (set: string) => `UPDATE "Article" SET ${set} WHERE "id" = $story`
const category = (slug: string, name = 'নতুন') =>
  `INSERT INTO "Category" ("slug", "name", "position") VALUES ('${slug}', '${name}', 9)`
const page = (slug: string, body = '[]') =>
  `INSERT INTO "Page" ("slug", "title", "body", "position", "updatedAt") VALUES ('${slug}', 'পাতা', '${body}', 0, now())`
const account = (values: string) =>
  `INSERT INTO "User" ("id", "name", "email", "role", "updatedAt") SELECT 'x', v.*, now() FROM (VALUES (${values})) AS v`
const workingCopy = (values: string) =>
  `INSERT INTO "WorkingCopy" ("articleId", "content", "baseVersion", "lockHolderTab", "savedAt") VALUES ($story, ${values}, now())`
const report = (fault: string, columns = '"passage"', values = 'NULL') =>
  `INSERT INTO "ReaderReport" ("articleId", "formKey", "createdAt", "fault", ${columns}) VALUES ($story, 'form', now(), ${fault}, ${values})`
const redirect = (from: string, to: string) =>
  `INSERT INTO "Redirect" ("fromPath", "toPath") VALUES ('${from}', '${to}')`
const image = (set: string) => {
  const columns = {
    hash: `'${'a'.repeat(64)}'`,
    width: '1',
    height: '1',
    bytes: '1',
    focalX: '0.5',
    focalY: '0.5',
  }
  const [name = '', value = ''] = set.split('=')
  const row = { ...columns, [name]: value }
  const names = Object.keys(row).map((column) => `"${column}"`)
  return `INSERT INTO "Image" (${names}, "mediaType", "alt") VALUES (${Object.values(row)}, 'image/png', 'নৌকা')`
}
const decomposed = 'ক\u09C7\u09BE' // ো in two parts
// A tab, a line end, and spaces that break no line or have no width.
const unseen = '\t\n\u00A0\u200B\u200C\u202F\u2060\u3000\uFEFF'
const precomposed = 'প\u09DCা' // NFC takes ড় apart

describe('a wrong write is refused by the database itself, whatever our code does', () => {
  test.each([
    ['a blank headline', story(`"headline" = ' '`), 'Article_headline_check'],
    ['a headline of a tab', story(`"headline" = E'\\t'`), 'Article_headline_check'],
    [
      'a headline of spaces that do not break',
      story(`"headline" = '${unseen}'`),
      'Article_headline_check',
    ],
    ['an empty headline', story(`"headline" = ''`), 'Article_headline_check'],
    ['a headline in parts', story(`"headline" = '${decomposed}'`), 'Article_headline_check'],
    ['a precomposed headline', story(`"headline" = '${precomposed}'`), 'Article_headline_check'],
    ['a body that is no list', story(`"body" = '{}'`), 'Article_body_check'],
    ['a bare headline with a body', story(`"isHeadlineOnly" = true`), 'Article_body_check'],
    ['published for no hour', story(`"publishAt" = NULL`), 'Article_planned_check'],
    [
      'scheduled for no hour',
      story(`"status" = 'scheduled', "publishAt" = NULL, "publishedAt" = NULL`),
      'Article_planned_check',
    ],
    ['published, but never', story(`"publishedAt" = NULL`), 'Article_published_check'],
    ['withdrawn, but never', story(`"status" = 'withdrawn'`), 'Article_withdrawn_check'],
    ['withdrawn and published', story(`"withdrawnAt" = now()`), 'Article_withdrawn_check'],
    [
      'changed before it was published',
      story(`"notedChangeAt" = "publishedAt" - interval '1 second'`),
      'Article_noted_change_check',
    ],
    ['a negative count of words', story(`"wordCount" = -1`), 'Article_counts_check'],
    ['version 0', story(`"version" = 0`), 'Article_counts_check'],
    ['a category nobody has', story(`"categoryId" = 999`), 'Article_categoryId_fkey'],
    [
      'a category that has stories taken away',
      `DELETE FROM "Category" WHERE "id" = $national`,
      'Article_categoryId_fkey',
    ],
    [
      'a category with others under it taken away',
      `DELETE FROM "Category" WHERE "id" = $country`,
      'Category_parentId_fkey',
    ],
    [
      'a contributor with stories taken away',
      `DELETE FROM "Contributor" WHERE "id" = $person`,
      'Byline_contributorId_fkey',
    ],
    ['publicAt set by hand', story(`"publicAt" = now()`), 'can only be updated'],

    ['a category named blank', category('new', ' '), 'Category_name_check'],
    ['a category named by what nobody sees', category('new', unseen), 'Category_name_check'],
    ['a category named in parts', category('new', decomposed), 'Category_name_check'],
    ['a second category of that name', category('new', 'জাতীয়'), 'Category_parentId_name_key'],
    ['a second category of that slug', category('national'), 'Category_slug_key'],
    ['a slug in capitals', category('National'), 'Category_slug_check'],
    ['a Bengali slug', category('জাতীয়'), 'Category_slug_check'],
    ['a slug that begins with a digit', category('2026'), 'Category_slug_check'],
    ['a slug with a slash', category('a/b'), 'Category_slug_check'],
    ['a slug with two hyphens', category('a--b'), 'Category_slug_check'],
    ['a slug of more than sixty letters', category('a'.repeat(61)), 'Category_slug_check'],
    ...[
      'latest',
      'topic',
      'author',
      'search',
      'newsroom',
      'api',
      'media',
      'internal',
      'page',
      'sitemap',
      'feed',
    ].map((slug) => [`the reserved slug ${slug}`, category(slug), 'is reserved']),
    [
      'a category renamed to a reserved slug',
      `UPDATE "Category" SET "slug" = 'api' WHERE "id" = $national`,
      'is reserved',
    ],
    [
      'a category under itself',
      `UPDATE "Category" SET "parentId" = "id" WHERE "id" = $national`,
      'Category_parent_check',
    ],
    [
      'a category under its own',
      `UPDATE "Category" SET "parentId" = $oldDhaka WHERE "id" = $country`,
      'above itself',
    ],
    ['a page where a category is', page('national'), 'is taken'],
    ['a category where a page is', `${page('about')}; ${category('about')}`, 'is taken'],
    ['a page at a reserved slug', page('newsroom'), 'is reserved'],
    ['a page whose body is no list', page('about', '{}'), 'Page_body_check'],
    ['a page slug in capitals', page('About'), 'Page_slug_check'],

    ['a topic with a blank in its slug', `UPDATE "Topic" SET "slug" = 'a b'`, 'Topic_slug_check'],
    [
      'a topic named blank',
      `UPDATE "Topic" SET "name" = '' WHERE "id" = $flood`,
      'Topic_name_check',
    ],
    [
      'a topic named by what nobody sees',
      `UPDATE "Topic" SET "name" = '${unseen}' WHERE "id" = $flood`,
      'Topic_name_check',
    ],
    [
      'a contributor named blank',
      `UPDATE "Contributor" SET "name" = ' ' WHERE "id" = $person`,
      'Contributor_name_check',
    ],
    [
      'a contributor named by what nobody sees',
      `UPDATE "Contributor" SET "name" = '${unseen}' WHERE "id" = $person`,
      'Contributor_name_check',
    ],
    [
      'a contributor named in parts',
      `UPDATE "Contributor" SET "name" = '${decomposed}' WHERE "id" = $person`,
      'Contributor_name_check',
    ],
    [
      'a source named blank',
      `INSERT INTO "Source" ("slug", "name") VALUES ('a', ' ')`,
      'Source_name_check',
    ],

    [
      'a source named by what nobody sees',
      `INSERT INTO "Source" ("slug", "name") VALUES ('a', '${unseen}')`,
      'Source_name_check',
    ],
    [
      'a byline twice',
      `INSERT INTO "Byline" ("articleId", "position", "contributorId") VALUES ($story, 1, $person)`,
      'Byline_articleId_contributorId_key',
    ],
    [
      'two bylines in one place',
      `INSERT INTO "Byline" ("articleId", "position", "contributorId") VALUES ($story, 0, $desk)`,
      'Byline_pkey',
    ],
    [
      'a byline before the first',
      `INSERT INTO "Byline" ("articleId", "position", "contributorId") VALUES ($story, -1, $desk)`,
      'Byline_position_check',
    ],
    [
      'a topic twice',
      `INSERT INTO "ArticleTopic" ("articleId", "topicId") VALUES ($story, $flood)`,
      'ArticleTopic_pkey',
    ],
    [
      'a story related to itself',
      `INSERT INTO "RelatedStory" ("articleId", "position", "relatedId") VALUES ($story, 0, $story)`,
      'RelatedStory_other_check',
    ],
    [
      'a story related twice',
      `INSERT INTO "RelatedStory" ("articleId", "position", "relatedId") VALUES ($story, 0, $other), ($story, 1, $other)`,
      'RelatedStory_articleId_relatedId_key',
    ],
    [
      'a correction that says nothing',
      `INSERT INTO "Correction" ("articleId", "kind", "note", "at") VALUES ($story, 'correction', ' ', now())`,
      'Correction_note_check',
    ],
    [
      'a correction of what nobody sees',
      `INSERT INTO "Correction" ("articleId", "kind", "note", "at") VALUES ($story, 'correction', '${unseen}', now())`,
      'Correction_note_check',
    ],
    [
      'revision 0',
      `INSERT INTO "Revision" ("articleId", "number", "snapshot") VALUES ($story, 0, '{}')`,
      'Revision_number_check',
    ],
    [
      'one revision number twice',
      `INSERT INTO "Revision" ("articleId", "number", "snapshot") VALUES ($story, 5, '{}'), ($story, 5, '{}')`,
      'Revision_articleId_number_key',
    ],

    ['a redirect to itself', redirect('/a', '/a'), 'Redirect_paths_check'],
    ['a redirect to another host', redirect('/a', '//evil.example'), 'Redirect_paths_check'],
    [
      'a redirect to a host behind a backslash',
      redirect('/a', '/\\evil.example'),
      'Redirect_paths_check',
    ],
    [
      'a redirect to a host behind a tab',
      redirect('/a', '/\t/evil.example'),
      'Redirect_paths_check',
    ],
    ['a redirect with a line end in it', redirect('/a', '/b\nX: y'), 'Redirect_paths_check'],
    [
      'a redirect to an address with a scheme',
      redirect('/a', 'https://evil.example'),
      'Redirect_paths_check',
    ],
    ['a redirect from no path', redirect('a', '/b'), 'Redirect_paths_check'],
    ['a redirect to nothing', redirect('/a', ''), 'Redirect_paths_check'],
    [
      'two redirects from one path',
      `${redirect('/a', '/b')}; ${redirect('/a', '/c')}`,
      'Redirect_fromPath_key',
    ],

    ['a picture without width', image('width=0'), 'Image_size_check'],
    ['a picture without bytes', image('bytes=0'), 'Image_size_check'],
    ['a focal point left of the picture', image('focalX=-0.1'), 'Image_focal_check'],
    ['a focal point below the picture', image('focalY=1.1'), 'Image_focal_check'],
    ['a focal point that is no number', image(`focalX='NaN'`), 'Image_focal_check'],
    ['a hash that is none', image(`hash='xyz'`), 'Image_hash_check'],

    [
      'a story read no times',
      `INSERT INTO "ArticleReads" VALUES ($story, '2026-03-26', 0)`,
      'ArticleReads_count_check',
    ],
    [
      'a story read twice on one day',
      `INSERT INTO "ArticleReads" VALUES ($story, '2026-03-26', 1), ($story, '2026-03-26', 2)`,
      'ArticleReads_pkey',
    ],
    [
      'readings of no story',
      `INSERT INTO "ArticleReads" VALUES (99999, '2026-03-26', 1)`,
      'ArticleReads_articleId_fkey',
    ],
    [
      'a second paper',
      `INSERT INTO "Paper" SELECT 2, "name", "tagline", "editor", "publisher", "address", "phone", "email" FROM "Paper"`,
      'Paper_single_check',
    ],
    ['the paper twice', `INSERT INTO "Paper" SELECT * FROM "Paper"`, 'Paper_pkey'],
    [
      'a pin outside the front',
      `INSERT INTO "FrontPin" ("position", "articleId") VALUES (20, $story)`,
      'FrontPin_position_check',
    ],
    [
      'one story pinned twice',
      `INSERT INTO "FrontPin" ("position", "articleId") VALUES (0, $story), (1, $story)`,
      'FrontPin_articleId_key',
    ],
    [
      'page 0 of a list',
      `INSERT INTO "ListPage" VALUES ('latest', 0, now(), 1)`,
      'ListPage_number_check',
    ],
    [
      'two pages of a list that begin alike',
      `INSERT INTO "ListPage" VALUES ('latest', 2, '2026-01-01', 1), ('latest', 3, '2026-01-01', 1)`,
      'ListPage_bound_key',
    ],
    ['a published story in the trash', story(`"trashedAt" = now()`), 'Article_trashed_check'],
    ['an account with a role nobody has', account(`'x', 'x@a.bd', 'owner'`), 'User_role_check'],
    ['an account without a name', account(`' ', 'x@a.bd', 'editor'`), 'User_name_check'],
    ['an address in capitals', account(`'x', 'X@a.bd', 'editor'`), 'User_email_check'],
    ['no address', account(`'x', 'x', 'editor'`), 'User_email_check'],
    ['an address twice', account(`'x', 'editor@example.com', 'editor'`), 'User_email_key'],
    ['a working copy that is a list', workingCopy(`'[]', 1, NULL`), 'WorkingCopy_content_check'],
    ['a working copy of no version', workingCopy(`'{}', 0, NULL`), 'WorkingCopy_versions_check'],
    [
      'an edit lock held in a tab of no user',
      workingCopy(`'{}', 1, 'tab'`),
      'WorkingCopy_lockHolder_check',
    ],
    [
      'a preview that ends before it begins',
      `INSERT INTO "PreviewLink" ("id", "articleId", "content", "createdAt", "expiresAt") VALUES ('x', $story, '{}', now(), now())`,
      'PreviewLink_hours_check',
    ],
    ['a report without a word', report(`''`), 'ReaderReport_fault_check'],
    ['a report of 2,001 letters', report(`repeat('ক', 2001)`), 'ReaderReport_fault_check'],
    [
      'a handled report that nobody handled',
      report(`'ভুল'`, '"handledAt"', 'now()'),
      'ReaderReport_handled_check',
    ],
    [
      'a handled report that still says how to reach its reader',
      report(`'ভুল'`, '"handledAt", "handledByName", "contact"', `now(), 'কেউ', 'রহিম'`),
      'ReaderReport_contact_deleted_check',
    ],
    [
      'the report of one form twice',
      `${report(`'ভুল'`)}; ${report(`'ভুল'`)}`,
      'ReaderReport_formKey_key',
    ],
    [
      'breaking news without words',
      `INSERT INTO "BreakingNews" ("text") VALUES (' ')`,
      'BreakingNews_text_check',
    ],
    [
      'breaking news twice',
      `INSERT INTO "BreakingNews" ("id", "text") VALUES (2, 'খবর')`,
      'BreakingNews_single_check',
    ],
    ['settings that are no object', `UPDATE "Paper" SET "settings" = '[]'`, 'Paper_settings_check'],
  ])('%s', async (_, sql, named) => {
    expect(await tryToWrite(sql)).toContain(named)
  })
})

describe('a right write is not refused', () => {
  test.each([
    ['a headline in NFC', story(`"headline" = '${precomposed.normalize('NFC')}'`)],
    ['a withdrawn story', story(`"status" = 'withdrawn', "withdrawnAt" = now()`)],
    [
      'a draft without hours',
      story(`"status" = 'draft', "publishAt" = NULL, "publishedAt" = NULL`),
    ],
    [
      'a draft before it has a headline',
      story(`"status" = 'draft', "headline" = '', "publishAt" = NULL, "publishedAt" = NULL`),
    ],
    [
      'a withdrawn story in the trash',
      story(`"status" = 'withdrawn', "withdrawnAt" = now(), "trashedAt" = now()`),
    ],
    ['an account', account(`'x', 'x@a.bd', 'reporter'`)],
    ['a bare headline', story(`"isHeadlineOnly" = true, "body" = '[]'`)],
    ['a category of sixty letters', category('a'.repeat(60))],
    [
      'the same name under another category',
      `INSERT INTO "Category" ("slug", "name", "position", "parentId") VALUES ('x', 'জাতীয়', 0, $country)`,
    ],
    ['a category moved', `UPDATE "Category" SET "parentId" = $national WHERE "id" = $oldDhaka`],
    ['a redirect home', redirect('/old', '/')],
    ['a redirect to a Bengali address', redirect('/old', '/topic/নির্বাচন')],
    ['a headline with a joiner in it', story(`"headline" = 'র\u200D্যাব'`)],
    ['a redirect of the front of an old site', redirect('/', '/latest')],
    ['a page beside the categories', page('about')],
    ['a focal point in a corner', image('focalX=1')],
  ])('%s', async (_, sql) => {
    expect(await tryToWrite(sql)).toBe('written')
  })
})

describe('bylines, topics and search words know from when their story is public', () => {
  const copies = async () => {
    const [byline, topic, search] = await Promise.all([
      db().byline.findFirst({ where: { articleId: id } }),
      db().articleTopic.findFirst({ where: { articleId: id } }),
      db().articleSearch.findFirst({ where: { articleId: id } }),
    ])
    return [byline, topic, search].map((row) => row?.publicAt)
  }
  const all = (time: Date | null) => [time, time, time]

  beforeEach(async () => {
    await makePaper()
    await db().$executeRaw`
      INSERT INTO "ArticleSearch" ("articleId", "headline", "top", "words") VALUES (${id}, 'খবর', '', '')`
  })

  test('when they are made', async () => {
    expect(await copies()).toEqual(all(at(-hours(1))))
  })

  test.each([
    ['is rescheduled', { status: 'scheduled', publishAt: at(hours(3)) }, at(hours(3))],
    ['comes under an embargo', { embargoUntil: at(hours(2)) }, at(hours(2))],
    ['is withdrawn', { status: 'withdrawn', withdrawnAt: noon }, null],
    ['becomes a draft again', { status: 'draft' }, null],
  ] as const)('when the story %s', async (_, data, publicAt) => {
    await db().article.update({ where: { id }, data })

    expect(await copies()).toEqual(all(publicAt))
  })

  test('when a draft is published', async () => {
    await db().article.update({ where: { id }, data: { status: 'draft' } })

    await db().article.update({ where: { id }, data: { status: 'published', publishAt: noon } })

    expect(await copies()).toEqual(all(noon))
  })

  test('they cannot be told otherwise', async () => {
    await db().byline.updateMany({ where: { articleId: id }, data: { publicAt: at(hours(9)) } })
    await db().articleTopic.updateMany({ where: { articleId: id }, data: { publicAt: null } })

    expect(await copies()).toEqual(all(at(-hours(1))))
  })

  test('they go when the story is deleted', async () => {
    await db().article.delete({ where: { id } })

    expect(await copies()).toEqual([undefined, undefined, undefined])
  })
})
