import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/permissions'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
  testActor,
  testUsers,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  minutes,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { articleOf } from './preview'
import { maxLinks } from './preview-link'
import { createPreviewLink, revokePreviewLink } from './preview-link-commands'
import { findLinkedPreview, listPreviewLinks } from './preview-link-queries'
import { linkToken } from './preview-link-token'

let paper: TestPaper
let id: number
beforeEach(async () => {
  paper = await resetToTestPaper()
  id = await insertStory(paper, {
    status: 'draft',
    publishAt: null,
    publishedAt: null,
    ownerId: reporter.id,
  })
})

const keyOf = (number: number) => number.toString(16).padStart(32, '0')
const key = keyOf(1)
type LinkOptions = {
  articleId?: number
  key?: string
  hours?: 24 | 72 | 168 | 720
  copyVersion?: number | null
}
const create = (actor: Actor | null, options: LinkOptions = {}, now = noon) =>
  runCommand(
    db(),
    actor,
    createPreviewLink,
    { articleId: id, key, copyVersion: null, ...options },
    now,
  )
const revoke = (actor: Actor | null, linkId = key, articleId = id) =>
  runCommand(db(), actor, revokePreviewLink, { articleId, id: linkId }, noon)
const look = (token = linkToken(key), now = noon) => findLinkedPreview(token, now)
const refused = (reason: string) => ({ ok: false, reason })

describe('who may let somebody look', () => {
  test.each(testUsers)('$role, at what they may look at themselves', async ({ role }) => {
    const mine = await insertStory(paper, {
      status: 'draft',
      publishAt: null,
      ownerId: testActor(role).id,
    })

    expect(await create(testActor(role), { articleId: mine })).toMatchObject({
      ok: true,
      linkId: key,
    })
    expect(await revoke(testActor(role), key, mine)).toMatchObject({ ok: true })
  })

  test('a reporter not at another’s story, and nobody unknown', async () => {
    const theirs = await insertStory(paper, {
      status: 'draft',
      publishAt: null,
      ownerId: editor.id,
    })
    await create(editor, { articleId: theirs })
    const before = await dumpDatabase()

    expect(await create(reporter, { articleId: theirs, key: keyOf(2) })).toEqual(
      refused('notYours'),
    )
    expect(await revoke(reporter, key, theirs)).toEqual(refused('notYours'))
    expect(await listPreviewLinks(reporter, theirs, noon)).toBe('notYours')
    expect(await create(null)).toEqual(refused('notSignedIn'))
    expect(await revoke(null)).toEqual(refused('notSignedIn'))
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('a link', () => {
  test('shows the story as it was when the link was made', async () => {
    const content = { ...blankContent('sports'), headline: 'তখনকার লেখা', contributorIds: [1] }
    const written = { articleId: id, content, baseVersion: 1, isChanged: true, savedAt: noon }
    await db().workingCopy.create({ data: { ...written, version: 7 } })
    await create(reporter, { copyVersion: 7 })
    const later = { ...content, headline: 'পরের লেখা', body: [paragraphBlock('নতুন।')] }
    await db().workingCopy.update({ where: { articleId: id }, data: { content: later } })

    const found = await look(linkToken(key), at(hours(1)))

    expect(found).toMatchObject({ content, createdAt: noon, expiresAt: at(hours(72)) })
    const { content: seen, preview } = found as NonNullable<typeof found>
    expect(articleOf(seen, preview.publication, preview.references)).toMatchObject({
      headline: 'তখনকার লেখা',
      body: [],
      publicAt: noon,
      category: { slug: 'sports' },
      bylines: [{ slug: 'rahnuma' }],
    })
  })

  test('is listed with its whole address while it is good, the newest first', async () => {
    await create(reporter, { hours: 24 })
    await create(subEditor, { key: keyOf(2), hours: 168 }, at(minutes(1)))

    const links = await listPreviewLinks(reporter, id, at(minutes(2)))

    expect(links).toMatchObject([
      { id: keyOf(2), createdBy: subEditor.name, expiresAt: at(minutes(1) + hours(168)) },
      { id: key, address: expect.stringMatching(/^http.*\/preview\/[0-9a-f]{64}$/) },
    ])
    expect(await listPreviewLinks(reporter, id, at(hours(24)))).toHaveLength(1)
  })

  test('is one, however often its form is sent', async () => {
    const clicks = await Promise.all(Array.from({ length: 4 }, () => create(reporter)))

    expect(clicks.map((outcome) => outcome.ok && outcome.linkId)).toEqual([key, key, key, key])
    expect(await db().previewLink.count()).toBe(1)
  })

  test('of somebody else, or of another story, is not made over', async () => {
    const other = await insertStory(paper)
    await create(reporter)

    expect(await create(editor)).toEqual(refused('invalid'))
    expect(await create(reporter, { articleId: other })).toEqual(refused('notYours'))
    expect(await create(editor, { articleId: other })).toEqual(refused('invalid'))
  })

  test('changes nothing that readers have', async () => {
    await create(reporter)
    await revoke(reporter)

    expect(await listInvalidatedTags()).toEqual([])
    expect(
      (await db().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ command }) => command),
    ).toEqual(['createPreviewLink', 'revokePreviewLink'])
  })
})

describe('no link is made', () => {
  test.each([
    ['of a story that is not there', { articleId: 999 }, 'noSuchStory'],
    ['of another working copy than was looked at', { copyVersion: 3 }, 'outdated'],
  ])('%s', async (_, options, reason) => {
    expect(await create(editor, options)).toEqual(refused(reason))
  })

  test.each([
    ['lies in the trash', { trashedAt: noon }, 'trashed'],
    ['was withdrawn', { status: 'withdrawn' as const, withdrawnAt: noon }, 'withdrawn'],
  ])('of a story that %s', async (_, state, reason) => {
    await db().article.update({ where: { id }, data: state })

    expect(await create(editor)).toEqual(refused(reason))
  })

  test('beyond a number that somebody can look over', async () => {
    for (let n = 1; n <= maxLinks; n += 1) await create(reporter, { key: keyOf(n) })

    expect(await create(reporter, { key: keyOf(99) })).toEqual(refused('tooManyLinks'))
    await revoke(reporter)
    expect(await create(reporter, { key: keyOf(99) })).toMatchObject({ ok: true })
  })

  test.each<[string, object]>([
    ['no story', { articleId: undefined }],
    ['a story’s name', { articleId: '1' }],
    ['a key that others could guess', { key: 'mine' }],
    ['a key with more in it', { key: `${key}/..` }],
    ['hours as one likes', { hours: 100_000 }],
    ['less than nothing', { hours: -1 }],
    ['no version', { copyVersion: undefined }],
    ['a field nobody knows', { content: blankContent('national') }],
  ])('from %s', async (_, options) => {
    const before = await dumpDatabase()

    expect(await create(editor, options as LinkOptions)).toMatchObject(refused('invalid'))
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('a link leads nowhere', () => {
  beforeEach(async () => {
    await create(reporter)
  })

  test('when it has run out, to the millisecond', async () => {
    expect(await look(linkToken(key), at(hours(72) - 1))).not.toBeNull()
    expect(await look(linkToken(key), at(hours(72)))).toBeNull()
  })

  test('when it was taken back, once and for all', async () => {
    expect(await revoke(editor)).toMatchObject({ ok: true })
    expect(await revoke(editor)).toMatchObject({ ok: true })

    expect(await look()).toBeNull()
    expect(await listPreviewLinks(reporter, id, noon)).toEqual([])
  })

  test('when it was guessed or altered', async () => {
    expect(await look(key)).toBeNull()
    expect(await look(key + '0'.repeat(32))).toBeNull()
    expect(await look(linkToken(keyOf(2)))).toBeNull()
    expect(await look('\u0000')).toBeNull()
  })

  test.each([
    ['lies in the trash', { trashedAt: noon }],
    ['was withdrawn', { status: 'withdrawn' as const, withdrawnAt: noon }],
  ])('when its story %s', async (_, state) => {
    await db().article.update({ where: { id }, data: state })

    expect(await look()).toBeNull()
  })

  test('and another story’s is not taken back by it', async () => {
    const other = await insertStory(paper)

    expect(await revoke(editor, key, other)).toEqual(refused('noSuchLink'))
    expect(await look()).not.toBeNull()
  })
})
