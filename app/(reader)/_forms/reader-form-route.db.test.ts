import { beforeEach, describe, expect, test, vi } from 'vitest'
import { POST } from '@/app/(reader)/internal/forms/report/[id]/route'
import { defineCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { tokenField, trapField } from '@/lib/reader-forms/form-fields'
import { issueFormToken } from '@/lib/reader-forms/form-token'
import { emptyRenderContext, withRenderContext } from '@/lib/render-context/render-context'
import { reportInput } from '@/lib/reports/input'
import { listInvalidatedTags } from '@/tools/test-harness/fixtures/actors'
import {
  insertStory,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { readerFormRoute } from './reader-form-route'

vi.mock('@/lib/auth/newsroom-secret', () => ({ newsroomSecret: () => 'a secret of tests' }))

let paper: TestPaper
let id: number
beforeEach(async () => {
  paper = await resetToTestPaper()
  id = await insertStory(paper, { publishAt: new Date(Date.now() - 3_600_000) })
})

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000)
const tokenOf = (subject: number | string, seconds = 10) =>
  issueFormToken({ form: 'report', subject: String(subject) }, secondsAgo(seconds))

type Sent = {
  subject?: number | string
  network?: string
  /** The body as it is, in place of `fields`. */
  body?: string
  fields?: Record<string, string>
  route?: typeof POST
}

/** Sends the form to its route, as the server does. */
async function send({
  subject = id,
  network = '203.0.113.7',
  body,
  fields,
  route = POST,
}: Sent = {}) {
  const form = { fault: 'সাল ভুল', [tokenField]: tokenOf(subject), ...fields }
  const request = new Request(`http://paper.example/internal/forms/report/${subject}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': network,
    },
    body: body ?? new URLSearchParams(form).toString(),
  })
  const context = emptyRenderContext()
  const params = Promise.resolve({ id: String(subject) })
  const response = await withRenderContext(context, () => route(request, { params }))
  const location = response.headers.get('location')
  return { status: response.status, location, refused: context.refusedForm }
}

const stored = async () =>
  (await db().readerReport.findMany({ orderBy: { id: 'asc' } })).map(({ fault }) => fault)

test('a form that was filled in is stored, and its reader redirected', async () => {
  const answer = await send()

  expect(answer).toEqual({ status: 303, location: `/report/${id}/sent`, refused: null })
  expect(await stored()).toEqual(['সাল ভুল'])
})

test('a form that is sent twice is stored once, and answered alike', async () => {
  const fields = { [tokenField]: tokenOf(id) }

  const answers = [await send({ fields }), await send({ fields })]

  expect(answers[1]).toEqual(answers[0])
  expect(await stored()).toHaveLength(1)
})

describe('a form is refused, with what was typed', () => {
  test('when its hidden field is filled in; its token can be sent again', async () => {
    const token = tokenOf(id)

    const { refused } = await send({ fields: { [trapField]: 'x', [tokenField]: token } })

    expect(refused).toMatchObject({ status: 422, reason: 'trap', token })
    expect(refused?.values).toEqual({ fault: 'সাল ভুল', passage: '', contact: '' })
    expect(await stored()).toEqual([])
  })

  test('when it is sent at once; its token can be sent again', async () => {
    const token = tokenOf(id, 1)

    const { refused } = await send({ fields: { [tokenField]: token } })

    expect(refused).toMatchObject({ status: 422, reason: 'tooQuick', token })
    expect(await stored()).toEqual([])
  })

  test.each<[string, () => string]>([
    ['a day old', () => tokenOf(id, 86_401)],
    ['of another story', () => tokenOf(id + 1)],
    ['without a signature', () => 'x.y.'],
    ['empty', () => ''],
  ])('when its token is %s; it needs another one', async (_, token) => {
    const { refused } = await send({ fields: { [tokenField]: token() } })

    expect(refused).toMatchObject({ status: 422, reason: 'expired', token: null })
    expect(refused?.values.fault).toBe('সাল ভুল')
    expect(await stored()).toEqual([])
  })

  test('when a field is at fault', async () => {
    const contact = 'ক'.repeat(201)

    const { refused } = await send({ fields: { fault: ' \u0000 ', contact } })

    expect(refused).toMatchObject({ status: 422, reason: 'invalid', fields: ['fault', 'contact'] })
    expect(refused?.values.contact).toBe(contact)
  })

  test('when its story has too many open reports', async () => {
    const open = { articleId: id, fault: 'ভুল', createdAt: new Date() }
    await db().readerReport.createMany({
      data: Array.from({ length: 200 }, (_, at) => ({ ...open, formKey: String(at) })),
    })

    const { refused } = await send()

    expect(refused).toMatchObject({ status: 429, reason: 'full' })
  })

  test.each(['0', 'x', '99999999999', '404'])('when there is no story %s', async (subject) => {
    expect((await send({ subject })).refused).toMatchObject({ status: 404, reason: 'gone' })
  })
})

describe('a network may send', () => {
  test('ten forms in an hour about one story, whatever is in them', async () => {
    for (let at = 0; at < 5; at += 1) await send()
    for (let at = 0; at < 5; at += 1) await send({ fields: { fault: '' } })

    const { refused } = await send()

    expect(refused).toMatchObject({ status: 429, reason: 'tooMany' })
    expect(refused?.values.fault).toBe('সাল ভুল')
    expect(refused?.retryAfterSeconds).toBeGreaterThan(3_500)
    expect(await stored()).toHaveLength(5)
    expect((await send({ network: '203.0.113.8' })).status).toBe(303)
  })

  test('forty forms in an hour about all stories', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => insertStory(paper)))
    for (const subject of others.slice(0, 4))
      for (let at = 0; at < 10; at += 1) await send({ subject, network: '2001:db8:1:2::1' })

    const [subject] = others.slice(4)
    const next = await send({ subject: subject ?? 0, network: '2001:db8:1:2::2' })

    expect(next.refused).toMatchObject({ status: 429, reason: 'tooMany' })
  })

  test('and is stored nowhere under its address', async () => {
    await send()

    const rows = await db().$queryRaw<{ row: string }[]>`
      SELECT report::text AS "row" FROM "ReaderReport" report
      UNION ALL SELECT entry::text FROM "AuditEntry" entry`
    expect(rows.length).toBe(2)
    expect(JSON.stringify(rows)).not.toContain('203.0.113.7')
  })
})

describe('whatever is sent is answered', () => {
  const token = () => `${tokenField}=${tokenOf(id)}`

  test.each<[string, string, string]>([
    ['NUL and control characters', 'fault=%00%1b%E0%A6%95%07', 'ক'],
    ['half a surrogate pair', 'fault=%ED%A0%80%E0%A6%95', '\ufffd\ufffd\ufffdক'],
    ['bytes that are no UTF-8', 'fault=%FF%E0%A6%95', '\ufffdক'],
    ['a cut-off sequence', 'fault=%E0%A6%95%E0%A6', 'ক\ufffd'],
    ['a percent sign alone', 'fault=১০০%', '১০০%'],
    ['a field twice', 'fault=ক&fault=খ', 'ক'],
    ['a word without an end', `fault=${'ক'.repeat(2_000)}`, 'ক'.repeat(2_000)],
    ['markup', 'fault=<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', async (_, body, fault) => {
    expect((await send({ body: `${body}&${token()}` })).status).toBe(303)
    expect(await stored()).toEqual([fault])
  })

  test.each(['', '&&&', '=', '{"fault":"x"}', '__proto__=x&constructor=y'])('%s', async (body) => {
    expect((await send({ body })).refused).toMatchObject({ status: 422, reason: 'expired' })
  })
})

test('what a reader changes is invalidated before the reader is answered', async () => {
  const route = readerFormRoute({
    name: 'report',
    fields: ['fault'],
    command: defineCommand({
      name: 'reportFault',
      permission: 'report',
      input: reportInput,
      run: async () => ({ change: { kind: 'page' as const, slug: 'about' } }),
    }),
    inputOf: (articleId, { fault }, formKey) => ({
      articleId,
      formKey,
      fault,
      passage: '',
      contact: '',
    }),
    sentPath: () => '/about',
  })

  const { status, location } = await send({ route })

  expect([status, location]).toEqual([303, '/about'])
  expect(await listInvalidatedTags()).toContain('page:about')
})

test('a command’s refusal that a form has no answer to is a fault of ours', async () => {
  const route = readerFormRoute({
    name: 'report',
    fields: [],
    command: defineCommand({
      name: 'publishStory',
      permission: 'publish',
      input: reportInput,
      run: async () => ({ change: { kind: 'nothing' as const } }),
    }),
    inputOf: () => ({ articleId: id, formKey: 'x', fault: 'x', passage: '', contact: '' }),
    sentPath: () => '/',
  })

  await expect(send({ route })).rejects.toThrow('notAllowed')
})
