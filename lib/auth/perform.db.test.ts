import { beforeEach, describe, expect, test } from 'vitest'
import { draftStory, tidyStory } from '@/lib/articles/edit-commands'
import { publishStory } from '@/lib/articles/publish-commands'
import { db } from '@/lib/db/client'
import {
  addStory,
  emptyPaper,
  noon,
  paragraph,
  type TestPaper,
  wholeDatabase,
} from '@/scripts/test/little-paper'
import { actor, editor, reporter, whileNothingExpires } from '@/scripts/test/newsroom'

let paper: TestPaper
beforeEach(async () => {
  paper = await emptyPaper()
})

const words = { headline: 'নতুন খবর', body: [paragraph('প্রথম অনুচ্ছেদ।')], category: 'dhaka' }
const trail = () => db().auditEntry.findMany({ orderBy: { id: 'asc' } })

describe('the audit trail', () => {
  test('says who did what to which story, without the story’s text', async () => {
    const body = [paragraph('দীর্ঘ অনুচ্ছেদ। '.repeat(100))]
    await draftStory(db(), reporter, { ...words, body }, noon)
    await publishStory(db(), editor, { id: 1, expectedVersion: 1 }, noon)

    expect(await trail()).toMatchObject([
      { actorId: reporter.id, act: 'draftStory', articleId: 1, detail: { headline: 'নতুন খবর' } },
      { actorId: editor.id, act: 'publishStory', articleId: 1, detail: { expectedVersion: 1 } },
    ])
    expect((await trail())[0]?.detail).not.toHaveProperty('body')
  })

  test('has no line of what was refused or undone', async () => {
    const id = await addStory(paper)
    const before = await wholeDatabase()

    await publishStory(db(), editor, { id, expectedVersion: null }, noon)
    await whileNothingExpires(async () => {
      const change = { id, expectedVersion: null, headline: 'বদলে গেল' }
      await expect(tidyStory(db(), editor, change, noon)).rejects.toThrow('test_refuses')
    })

    expect(await wholeDatabase()).toEqual(before)
  })

  test('cannot be rewritten or shortened', async () => {
    await draftStory(db(), editor, words, noon)

    await expect(db().auditEntry.updateMany({ data: { act: 'nothing' } })).rejects.toThrow(
      'only appended',
    )
    await expect(db().auditEntry.deleteMany({ where: {} })).rejects.toThrow('only appended')
    expect(await trail()).toHaveLength(1)
  })
})

describe('what follows is left to the workers', () => {
  const followUps = () =>
    db().followUp.findMany({ select: { articleId: true, act: true }, orderBy: { id: 'asc' } })

  test('when readers may see something change', async () => {
    await draftStory(db(), reporter, words, noon)
    await publishStory(db(), editor, { id: 1, expectedVersion: 1 }, noon)
    await tidyStory(db(), editor, { id: 1, expectedVersion: 2, headline: 'বদলে গেল' }, noon)

    expect(await followUps()).toEqual([
      { articleId: 1, act: 'publishStory' },
      { articleId: 1, act: 'tidyStory' },
    ])
  })

  test('and not for a draft, nor for what was refused', async () => {
    await draftStory(db(), reporter, words, noon)
    await tidyStory(db(), reporter, { id: 1, expectedVersion: 1, headline: 'বদলে গেল' }, noon)
    await publishStory(db(), reporter, { id: 1, expectedVersion: 2 }, noon)

    expect(await followUps()).toEqual([])
  })
})

describe('a reporter', () => {
  const tidy = (id: number) =>
    tidyStory(db(), reporter, { id, expectedVersion: null, headline: 'নতুন শিরোনাম' }, noon)

  test('writes in their own draft, and the revision carries their name', async () => {
    await draftStory(db(), reporter, words, noon)

    expect(await tidy(1)).toMatchObject({ ok: true, story: { id: 1, version: 2 } })
    expect(await db().revision.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
      { number: 1, actorId: reporter.id, actorName: reporter.name },
      { number: 2, actorId: reporter.id, actorName: reporter.name },
    ])
  })

  test.each([
    ['another’s draft', { status: 'draft' as const, ownerId: actor('subEditor').id }, 'notYours'],
    ['what the installation brought', { status: 'draft' as const }, 'notYours'],
    ['what they handed in', { status: 'inReview' as const, ownerId: reporter.id }, 'handedIn'],
    ['what readers have', { ownerId: reporter.id }, 'handedIn'],
    [
      'what lies in the trash',
      { status: 'draft' as const, ownerId: reporter.id, trashedAt: noon },
      'trashed',
    ],
  ])('does not change %s', async (_, wish, reason) => {
    const id = await addStory(paper, wish)
    const before = await wholeDatabase()

    expect(await tidy(id)).toEqual({ ok: false, reason })
    expect(await wholeDatabase()).toEqual(before)
  })
})
