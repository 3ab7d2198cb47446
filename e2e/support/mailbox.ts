import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'

/** A received e-mail: its recipients and its text. */
export type Received = { to: string[]; text: string }

async function read(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}

/** The text of an e-mail of one part, which the newsroom sends in base64. */
function textOf(raw: string): string {
  const [, body = ''] = /\r\n\r\n([\s\S]*)$/.exec(raw) ?? []
  return Buffer.from(body, 'base64').toString('utf8')
}

/** The mail server of the paper under test, open for one test: it stores every e-mail and sends none on. */
export async function openMailbox() {
  const emails: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      read(stream).then((raw) => {
        emails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: textOf(raw),
        })
        done()
      }, done)
    },
  })
  server.listen(Number(process.env.MAIL_PORT), '127.0.0.1')
  await once(server.server, 'listening')
  return {
    emails,
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server.server, 'close')
    },
  }
}

/** The one-time link in a text. */
export const linkIn = (text: string): string =>
  /http:\/\/\S+\/newsroom\/link\/\S+/.exec(text)?.[0] ?? ''
