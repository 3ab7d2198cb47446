import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { publishStory, restoreStory, withdrawStory } from '@/lib/newsroom/publish/publish-commands'
import {
  admin,
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
} from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { makePhotocard } from './commands'
import { findVerified } from './queries'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

type MakeInput = z.input<typeof makePhotocard.input>
const headline = 'নদীর পানি বাড়ছে'
const quote = { template: 'quote' as const, quote: 'বাঁধটা ঠিক হোক।', speaker: 'রহিমা খাতুন' }
let keys = 0
const newKey = () => (keys++).toString(16).padStart(32, '0')

const makeInput = (articleId: number, overrides: Partial<MakeInput> = {}): MakeInput => ({
  articleId,
  size: 'square',
  hasPicture: true,
  key: newKey(),
  words: { template: 'headline', headline },
  ...overrides,
})

/** What a client may send, whatever its type forbids. */
const wrong = (overrides: object) => overrides as never

async function made(
  articleId: number,
  overrides: Partial<MakeInput> = {},
  now = noon,
): Promise<string> {
  const outcome = await runCommand(
    db(),
    editor,
    makePhotocard,
    makeInput(articleId, overrides),
    now,
  )
  return outcome.ok ? outcome.code : `refused: ${outcome.reason}`
}

describe('making a card', () => {
  test('keeps what it says, of which story it was, who made it, and says so in the trail', async () => {
    const image = await db().image.create({
      data: {
        hash: 'a'.repeat(64),
        mediaType: 'image/jpeg',
        bytes: 1,
        width: 900,
        height: 600,
        alt: 'নৌকা',
      },
    })
    const id = await insertStory(paper, { leadImageId: image.id })

    const outcome = await runCommand(
      db(),
      subEditor,
      makePhotocard,
      makeInput(id, { words: quote }),
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { id } })
    const [card, ...others] = await db().photocard.findMany()
    expect(others).toEqual([])
    expect(card).toMatchObject({
      articleId: id,
      size: 'square',
      words: quote,
      headline,
      category: 'জাতীয়',
      storyAt: at(-hours(1)),
      imageId: image.id,
      madeAt: noon,
      madeById: subEditor.id,
      madeByName: subEditor.name,
    })
    const [entry] = await db().auditEntry.findMany()
    expect(entry).toMatchObject({
      command: 'makePhotocard',
      articleId: id,
      detail: { words: quote },
    })
    expect(await listInvalidatedTags()).toEqual([`photocard:${card?.code}`])
  })

  test('twice with the same form makes one, also at the same moment', async () => {
    const id = await insertStory(paper)
    const form = makeInput(id)

    const outcomes = await Promise.all(
      [1, 2, 3].map(() => runCommand(db(), editor, makePhotocard, form, noon)),
    )
    const later = await runCommand(db(), editor, makePhotocard, form, at(hours(1)))

    expect(await db().photocard.count()).toBe(1)
    const codes = [...outcomes, later].map((outcome) => outcome.ok && outcome.code)
    expect(new Set(codes).size).toBe(1)
  })

  test('with somebody else’s form, or the form of another story, makes nothing', async () => {
    const [id, other] = [await insertStory(paper), await insertStory(paper)]
    const form = makeInput(id)
    await runCommand(db(), editor, makePhotocard, form, noon)
    const before = await dumpDatabase()

    const outcomes = [
      await runCommand(db(), admin, makePhotocard, form, noon),
      await runCommand(db(), editor, makePhotocard, { ...form, articleId: other }, noon),
    ]

    expect(outcomes).toEqual([
      { ok: false, reason: 'invalid' },
      { ok: false, reason: 'invalid' },
    ])
    expect(await dumpDatabase()).toEqual(before)
  })

  test('without the lead picture keeps none', async () => {
    await made(await insertStory(paper), { hasPicture: false })

    expect(await db().photocard.findFirst()).toMatchObject({ imageId: null })
  })

  test('a reporter makes none, not even of their own story', async () => {
    const id = await insertStory(paper, { ownerId: reporter.id })

    const outcome = await runCommand(db(), reporter, makePhotocard, makeInput(id), noon)

    expect(outcome).toEqual({ ok: false, reason: 'notAllowed' })
    expect(await db().photocard.count()).toBe(0)
  })

  test.each([
    ['a draft', { status: 'draft', publishAt: null }, 'notForCards'],
    ['a withdrawn story', { status: 'withdrawn', withdrawnAt: noon }, 'withdrawn'],
    ['one in the trash', { status: 'draft', publishAt: null, trashedAt: noon }, 'trashed'],
  ] as const)('of %s is refused', async (_, columns, reason) => {
    const id = await insertStory(paper, columns)

    expect(await made(id)).toBe(`refused: ${reason}`)
    expect(await db().photocard.count()).toBe(0)
  })

  test('with another headline than the story has now is refused: it is not what was looked at', async () => {
    const id = await insertStory(paper, { headline: 'নদীর পানি কমছে' })

    expect(await made(id)).toBe('refused: outdated')
  })

  test.each([
    ['a quote without words', { words: { ...quote, quote: ' \n ' } }],
    ['a quote without a speaker', { words: { ...quote, speaker: '' } }],
    ['a quote longer than a card holds', { words: { ...quote, quote: 'ক'.repeat(321) } }],
    ['a speaker longer than a line', { words: { ...quote, speaker: 'ক'.repeat(121) } }],
    [
      'a number that is a sentence',
      { words: { template: 'number', number: '৪'.repeat(17), caption: 'ক' } },
    ],
    ['an unknown template', { words: { template: 'poem', poem: 'ক' } }],
    ['words of two templates', { words: { ...quote, headline } }],
    ['an unknown size', { size: 'round' }],
    ['a size of every object', { size: 'constructor' }],
    ['a key that somebody chose', { key: 'my-key' }],
    ['a field more', { code: 'k7mx93pfcwr4' }],
  ])('%s is refused, and nothing written', async (_, overrides) => {
    const id = await insertStory(paper)
    const before = await dumpDatabase()

    const outcome = await runCommand(
      db(),
      editor,
      makePhotocard,
      wrong({ ...makeInput(id), ...overrides }),
      noon,
    )

    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('its words pass text normalization and stand on one line', async () => {
    const typed = { ...quote, quote: ' বা\u09a1\u09bcি\u200b\n\tযা\u0995\u09c7\u09be  ' }

    await made(await insertStory(paper), { words: typed })

    const card = await db().photocard.findFirstOrThrow()
    expect(card.words).toEqual({ ...quote, quote: 'বা\u09a1\u09bcি যাকো' })
  })
})

describe('what anybody is told of a card', () => {
  test('is what it says, and its story as it is now', async () => {
    const id = await insertStory(paper)
    const code = await made(id, { words: quote })

    const card = await findVerified(code, noon)

    expect(card).toMatchObject({
      code,
      words: quote,
      madeAt: noon,
      story: {
        kind: 'public',
        path: `/national/${id}`,
        headline,
        hasNewHeadline: false,
        movedTo: null,
      },
    })
  })

  test('however its code is typed', async () => {
    const code = await made(await insertStory(paper))

    const typed = [code.toUpperCase(), `${code.slice(0, 5)} - ${code.slice(5)}`]
    const found = await Promise.all(typed.map((each) => findVerified(each, noon)))

    expect(found.map((card) => card?.code)).toEqual([code, code])
  })

  test.each(['', 'no code', 'k7mx-93pf-cwr4', '\u0000', '%'])('“%s” is nothing', async (typed) => {
    await made(await insertStory(paper))

    expect(await findVerified(typed, noon)).toBeNull()
  })

  test('are the corrections since it was made, and that its headline and category are others', async () => {
    const id = await insertStory(paper)
    const note = (hour: number, text: string) =>
      db().correction.create({
        data: { articleId: id, kind: 'correction', note: text, at: at(hours(hour)) },
      })
    await note(-0.5, 'আগের')
    const code = await made(id)
    await note(1, 'পরের')
    await db().article.update({
      where: { id },
      data: { headline: 'নদীর পানি কমছে', categoryId: paper.sports.id },
    })

    const card = await findVerified(code, at(hours(2)))

    expect(card?.story).toMatchObject({
      kind: 'public',
      path: `/sports/${id}`,
      headline: 'নদীর পানি কমছে',
      hasNewHeadline: true,
      movedTo: 'খেলাধুলা',
      corrections: [{ kind: 'correction', note: 'পরের', at: at(hours(1)) }],
    })
    expect(card?.words).toEqual({ template: 'headline', headline })
  })

  test('is that its story was withdrawn, and why, and nothing of it after that', async () => {
    const id = await insertStory(paper)
    const code = await made(id)
    await runCommand(
      db(),
      editor,
      withdrawStory,
      { id, expectedVersion: null, reason: 'তথ্য ভুল ছিল' },
      at(hours(1)),
    )

    const card = await findVerified(code, at(hours(2)))

    expect(card?.story).toEqual({ kind: 'withdrawn', at: at(hours(1)), reason: 'তথ্য ভুল ছিল' })
  })

  test('changes at once when its story does: the page carries the story’s own tag', async () => {
    const id = await insertStory(paper)
    await made(id)

    await runCommand(db(), editor, withdrawStory, { id, expectedVersion: null, reason: 'ভুল' }, noon)
    const withdrawn = await listInvalidatedTags()
    await db().tagVersion.deleteMany()
    await runCommand(db(), editor, restoreStory, { id, expectedVersion: null }, noon)

    expect(withdrawn).toContain(`article:${id}`)
    expect(await listInvalidatedTags()).toContain(`article:${id}`)
  })

  test('is nothing before readers have the story', async () => {
    const id = await insertStory(paper, { status: 'scheduled', publishAt: at(hours(1)) })
    const code = await made(id)

    expect(await findVerified(code, noon)).toBeNull()
    expect(await findVerified(code, at(hours(1)))).toMatchObject({ code })
  })

  test('is nothing when the story became a draft again', async () => {
    const id = await insertStory(paper, { status: 'scheduled', publishAt: at(hours(1)) })
    const code = await made(id)
    await db().article.update({ where: { id }, data: { status: 'draft', publishAt: null } })
    const hidden = await findVerified(code, at(hours(2)))
    await runCommand(db(), editor, publishStory, { id, expectedVersion: null }, at(hours(3)))

    expect(hidden).toBeNull()
    expect(await findVerified(code, at(hours(3)))).toMatchObject({ code })
  })
})

test('the database refuses what is no code, no size and no template', async () => {
  const id = await insertStory(paper)
  const code = await made(id)

  for (const column of ['"code" = \'k7mx93pfcwra\'', '"size" = \'round\'', '"words" = \'{}\'']) {
    await expect(
      db().$executeRawUnsafe(`UPDATE "Photocard" SET ${column} WHERE "code" = '${code}'`),
      column,
    ).rejects.toThrow()
  }
})
