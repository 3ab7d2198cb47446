import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { storyPath } from '@/lib/newsroom/draft/working-copy'

const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
const tab = 'tab-of-the-test'
const ways = ['open', 'copy', 'presence', 'presence/leave', 'lock', 'conflicts/1']

test('a request to a story’s routes is carried out, or refused with its status and reason', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.signIn(page, 'reporter')
  const mine = await newsroom.draftOf(user)
  const others = await newsroom.draft()
  const send = async (id: number | string, way: string, body: string, headers = {}) => {
    const response = await page.request.post(`/newsroom/stories/${id}/${way}`, {
      headers: { ...own, ...headers },
      data: Buffer.from(body),
    })
    return [response.status(), (await response.text()).match(/"reason":"(\w+)"/)?.[1] ?? 'none']
  }
  const whole = JSON.stringify({ tab, from: null, was: null })
  const before = await newsroom.db.workingCopy.count()

  for (const way of ways) {
    for (const bad of [
      '',
      '[]',
      '7',
      'null',
      '{"tab":',
      '{}',
      '{"tab":7}',
      `{"tab":"${'x'.repeat(99)}"}`,
    ])
      expect([way, bad, await send(mine.id, way, bad)]).toEqual([way, bad, [400, 'invalid']])
    for (const id of ['0', '-1', '01', 'abc', '2147483648', '১'])
      expect([way, id, await send(id, way, whole)]).toEqual([way, id, [404, 'noSuchStory']])
    expect(await send(mine.id, way, whole, { 'x-newsroom-as': 'somebody' })).toEqual([
      401,
      'notSignedIn',
    ])
    expect(await send(mine.id, way, whole, { 'sec-fetch-site': 'cross-site' })).toEqual([
      403,
      'none',
    ])
  }
  for (const way of ['open', 'presence', 'presence/leave', 'lock'])
    expect([way, await send(others.id, way, whole)]).toEqual([way, [403, 'notYours']])
  expect(await send(2_147_483_647, 'open', whole)).toEqual([404, 'noSuchStory'])
  expect(await send(mine.id, 'copy', `{"tab":"${'x'.repeat(9_000_000)}"}`)).toEqual([
    413,
    'tooLarge',
  ])
  expect(await newsroom.db.workingCopy.count()).toBe(before)

  expect(await send(mine.id, 'open', whole)).toEqual([200, 'none'])
  const copy = await newsroom.db.workingCopy.findUniqueOrThrow({ where: { articleId: mine.id } })
  const text = { tab, onVersion: 1, attempt: 'attempt-0001', content: copy.content }
  const with_ = (change: object) =>
    JSON.stringify({ ...text, content: { ...(copy.content as object), ...change } })
  for (const change of [
    { headline: 7 },
    { headline: 'ক'.repeat(5_000) },
    { body: [{ kind: 'script', text: 'x' }] },
    { body: [{ kind: 'paragraph', content: [{ text: 'x', onclick: 'y' }] }] },
    { contributorIds: ['1'] },
    { foreign: true },
  ])
    expect(await send(mine.id, 'copy', with_(change))).toEqual([400, 'invalid'])
  const good = with_({ headline: 'একবার' })
  expect(await send(mine.id, 'copy', good)).toEqual([200, 'none'])
  // The same again, as a proxy or a browser may send it.
  expect(await send(mine.id, 'copy', good)).toEqual([200, 'none'])

  expect(
    await newsroom.db.workingCopy.findUniqueOrThrow({ where: { articleId: mine.id } }),
  ).toMatchObject({ version: 2, content: { headline: 'একবার' } })
  expect(await newsroom.db.conflictCopy.count({ where: { articleId: mine.id } })).toBe(0)
})

test('a story’s routes and pages require a session and permission', async ({ page, newsroom }) => {
  const { id } = await newsroom.draft()
  const looks = ['state', 'copy', 'history', 'conflicts/1']

  for (const way of looks)
    expect((await page.request.get(`${storyPath(id)}/${way}`)).status()).toBe(401)
  expect((await page.request.get(storyPath(id), { maxRedirects: 0 })).status()).toBe(307)
  await newsroom.signIn(page, 'reporter')

  for (const way of looks)
    expect((await page.request.get(`${storyPath(id)}/${way}`)).status()).toBe(403)
  for (const path of [storyPath(id), `${storyPath(id)}/revisions`])
    expect((await page.request.get(path)).status()).toBe(403)
  for (const path of ['0', 'x', '2147483647', '0/revisions'])
    expect((await page.request.get(`/newsroom/stories/${path}`)).status()).toBe(404)
})
