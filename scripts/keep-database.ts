import { setTimeout as sleep } from 'node:timers/promises'
import { type EmbeddedServer, joinServer } from './embedded'
import { isEnding, onEnd } from './interrupt'
import { isRunning } from './processes'
import { complain, explain, type Say, seconds } from './terminal'

/**
 * Joins the folder's PostgreSQL for as long as this program runs, and starts it again on the same
 * port when it dies.
 *
 * @param onMoved is told the new address in the rare case that somebody took the port meanwhile
 */
export async function keepDatabase(
  dataDir: string,
  {
    onMoved = () => {},
    out = complain,
    everyMs = 500,
  }: { onMoved?: (url: string) => void; out?: Say; everyMs?: number } = {},
): Promise<EmbeddedServer> {
  let server = await joinServer(dataDir)
  onEnd(() => server.leave())
  let isMending = false
  const timer = setInterval(() => {
    if (isMending || isEnding() || isRunning(server.process)) return
    isMending = true
    void mend().finally(() => {
      isMending = false
    })
  }, everyMs)
  timer.unref()

  async function mend(): Promise<void> {
    out('PostgreSQL ended unexpectedly; starting it again')
    const began = performance.now()
    for (let wait = 1000; !isEnding(); wait = Math.min(wait * 2, 30_000)) {
      try {
        await server.leave()
        const again = await joinServer(dataDir, { port: server.port })
        const hasMoved = again.url !== server.url
        server = again
        out(`PostgreSQL is back after ${seconds(performance.now() - began)}`)
        if (hasMoved) onMoved(again.url)
        return
      } catch (error) {
        if (isEnding()) return
        out(explain(error))
        await sleep(wait)
      }
    }
  }
  return server
}
