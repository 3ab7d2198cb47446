import { setTimeout as sleep } from 'node:timers/promises'
import { type EmbeddedServer, joinServer } from '../embedded-postgres/join-server'
import { isRunning } from '../process/process-identity'
import { isEnding, onEnd } from '../process/run-main'
import { describeError, type LogLine, seconds, warn } from '../terminal/terminal'

/**
 * Joins the folder's PostgreSQL for as long as this program runs, and starts it again on the same
 * port when it dies.
 *
 * @param onMoved receives the new address in the rare case that another program took the port meanwhile
 */
export async function superviseDatabase(
  dataDir: string,
  {
    onMoved = () => {},
    out = warn,
    everyMs = 500,
  }: { onMoved?: (url: string) => void; out?: LogLine; everyMs?: number } = {},
): Promise<EmbeddedServer> {
  let server = await joinServer(dataDir)
  onEnd(() => server.leave())
  let isRestarting = false
  const timer = setInterval(() => {
    if (isRestarting || isEnding() || isRunning(server.process)) return
    isRestarting = true
    void restart().finally(() => {
      isRestarting = false
    })
  }, everyMs)
  timer.unref()

  async function restart(): Promise<void> {
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
        out(describeError(error))
        await sleep(wait)
      }
    }
  }
  return server
}
