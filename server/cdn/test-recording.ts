import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Exchange = {
  asks: { line: string; headers: Record<string, string | undefined>; body?: unknown }
  answers: { status: number; headers?: Record<string, string>; body: string }
}

/**
 * A server that plays one side of a recorded conversation, for tests. What was really asked is in `heard`, told in
 * the terms of the recording: of the headers only those that it names.
 */
export async function playRecording(exchanges: Exchange[]) {
  const received: Exchange['asks'][] = []
  const server = createServer(async (req, res) => {
    let body = ''
    for await (const part of req) body += part
    const exchange = exchanges[received.length]
    const names = Object.keys(exchange?.asks.headers ?? {})
    received.push({
      line: `${req.method} ${req.url}`,
      headers: Object.fromEntries(names.map((name) => [name, req.headers[name]?.toString()])),
      ...(body && { body: JSON.parse(body) }),
    })
    const {
      status,
      headers,
      body: answer,
    } = exchange?.answers ?? { status: 500, body: 'not recorded' }
    res.writeHead(status, headers).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    heard: received,
    asked: exchanges.map(({ asks }) => asks),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
