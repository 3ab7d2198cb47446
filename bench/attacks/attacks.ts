import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { UserError } from '../../tools/terminal/terminal'
import type { ServerInstance } from '../../tools/test-harness/processes/server-instance'
import { type Figure, figure } from '../report/figures'

/** A bounded attack on a server of this machine. Resolves with what it shows of itself, when `seconds` are over. */
export type Attack = (app: ServerInstance, url: string, seconds: number) => Promise<Figure[]>

/** Requests sent ahead on many connections, uncompressed, of which no byte is read. */
const unreadResponses: Attack = async (app, _url, seconds) => {
  const [connections, requests] = [25, 1_500]
  const request = 'GET /feed.xml HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(app.port, '127.0.0.1')
    // The server closes the connection: that is the point.
    socket.on('error', () => undefined).pause()
    socket.write(request.repeat(requests))
    return socket
  })
  await sleep(seconds * 1_000)
  for (const socket of sockets) socket.destroy()
  return [figure('requests sent ahead', connections * requests)]
}

const maxListSeconds = 2

/** Asks for pages that only the framework has, while a story's headline changes again and again. */
const brokenPages: Attack = async (app, url, seconds) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: number }>(
      'SELECT "id" FROM "Article" WHERE "publicAt" <= now() ORDER BY "publicAt" DESC, "id" DESC LIMIT 1',
    )
    const id = rows[0]?.id
    if (id === undefined) throw new UserError('the paper has no story')
    const statuses: number[] = []
    const delays: number[] = []
    const endAt = performance.now() + seconds * 1_000
    for (let round = 1; performance.now() < endAt; round += 1) {
      statuses.push((await app.request('/_global-error')).status)
      const headline = `আক্রমণের সময় বদলানো শিরোনাম ${round}`
      await client.query('UPDATE "Article" SET "headline" = $1 WHERE "id" = $2', [headline, id])
      await client.query(
        `INSERT INTO "TagVersion" ("tag", "at") VALUES ('latest', now())
         ON CONFLICT ("tag") DO UPDATE SET "at" = EXCLUDED."at"`,
      )
      const changedAt = performance.now()
      while (performance.now() < endAt + 10_000) {
        const { text } = await app.request('/latest')
        if (text.includes(headline)) break
        statuses.push((await app.request('/_global-error')).status)
        await sleep(100)
      }
      delays.push((performance.now() - changedAt) / 1_000)
    }
    return [
      figure('answers of 5xx', statuses.filter((status) => status >= 500).length, '', { most: 0 }),
      figure('changes of a list', delays.length),
      figure('until a change is seen, at most', Math.max(...delays), 's', { most: maxListSeconds }),
    ]
  } finally {
    await client.end()
  }
}

export const attacks: Record<string, Attack> = {
  'unread-responses': unreadResponses,
  'broken-pages': brokenPages,
}
