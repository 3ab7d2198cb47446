import { beforeEach, describe, expect, test } from 'vitest'
import { type Body, bodyText } from '@/lib/content-model/body'
import { db } from '@/lib/db/client'
import { reporter } from '@/tools/test-harness/fixtures/actors'
import { openTab } from '@/tools/test-harness/fixtures/editor-tabs'
import {
  at,
  insertStory,
  minutes,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { automaticReason } from './automatic-revisions'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** The story open in a reporter's tab, who saves as the browser does. */
async function openDraft() {
  const id = await insertStory(paper, { status: 'draft', publishAt: null, ownerId: reporter.id })
  const tab = openTab(reporter, id, 'writer')
  const save = async (text: string, now = noon) => {
    const { content, state } = await tab.open(now)
    const body = text ? [paragraphBlock(text)] : []
    const saved = await tab.save({ ...content, body }, state.copyVersion, { now })
    expect(saved).toMatchObject({ ok: true })
  }
  return { id, save }
}

/** The texts that revisions have, the newest first, with who wrote them. */
async function revisions(articleId: number) {
  const rows = await db().revision.findMany({
    where: { articleId, reason: automaticReason },
    orderBy: { number: 'desc' },
  })
  return rows.map(({ snapshot, actorName }) => [
    bodyText((snapshot as unknown as { body: Body }).body),
    actorName,
  ])
}

const three = 'প্রথম অনুচ্ছেদের সব কথা। দ্বিতীয় অনুচ্ছেদের সব কথা। তৃতীয় অনুচ্ছেদের সব কথা।'

describe('while somebody writes', () => {
  test('text that is typed over is there as a revision', async () => {
    const { id, save } = await openDraft()
    await save(three, noon)

    await save('ক', at(1_000))

    expect(await revisions(id)).toEqual([[three, reporter.name]])
  })

  test('a revision is made every few minutes, not at every save', async () => {
    const { id, save } = await openDraft()
    for (let second = 0; second <= 600; second += 5)
      await save(`${three} ${second}`, at(second * 1_000))

    const kept = await revisions(id)

    expect(kept.length).toBeGreaterThan(1)
    expect(kept.length).toBeLessThan(6)
  })

  test('a text that the story has already makes none', async () => {
    const { id, save } = await openDraft()

    await save('', noon)

    expect(await revisions(id)).toEqual([])
  })

  test('the same save sent again makes one', async () => {
    const { id, save } = await openDraft()
    await save(three, noon)
    await save('ক', at(1_000))

    await save('ক', at(2_000))

    expect(await revisions(id)).toHaveLength(1)
  })

  test('old ones become fewer', async () => {
    const { id, save } = await openDraft()
    for (let count = 0; count < 10; count += 1)
      await save(`${three} ${count}`, at(minutes(count * 4)))
    const before = (await revisions(id)).length

    for (let count = 0; count < 3; count += 1)
      await save(`${three} পরদিন ${count}`, at(minutes(60 * 48 + count * 4)))

    expect(before).toBeGreaterThan(6)
    expect((await revisions(id)).length).toBeLessThan(6)
  })
})
