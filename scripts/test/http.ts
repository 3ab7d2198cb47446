import { createServer, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A real HTTP server on a free port of the loopback. */
export async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

export type HttpAnswer = { status: number; headers: Record<string, unknown>; body: Buffer }

export type HttpQuestion = { headers?: Record<string, string>; method?: string }

/** Asks by hand: fetch would decode bodies, mend addresses and add conditions of its own. */
export function ask(
  server: Server,
  path: string,
  { headers = {}, method = 'GET' }: HttpQuestion = {},
): Promise<HttpAnswer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', path, headers, method, agent: false }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }),
      )
    })
    req.on('error', reject)
    req.end()
  })
}
