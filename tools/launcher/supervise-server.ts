import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { spawnChild } from '../process/child-process'
import { isEnding } from '../process/run-main'
import { type LogLine, UserError, warn } from '../terminal/terminal'

export type WebServerOptions = {
  /** The module to run, and what it runs with. */
  command: string[]
  root: string
  env: NodeJS.ProcessEnv
  out?: LogLine
  /** The waits before the first, second, … new try; the last one is kept to. */
  backoffMs?: number[]
  /** A server that has run for so long counts as healthy: the waits begin again with the first. */
  healthyAfterMs?: number
}

export type WebServer = { address: string; restart: (env: NodeJS.ProcessEnv) => void }

/** A server that dies this often before it was ever ready has a reason that waiting does not cure. */
const firstTries = 3

/**
 * Runs the server as a child and starts it again whenever it ends, with growing pauses. Ready is
 * when it says so itself: `process.send({ ready: true, address })`. It is to exit on `disconnect`,
 * so that it does not outlive a launcher that was killed.
 *
 * @returns once it is ready for the first time
 * @throws UserError when it never gets there
 */
export async function superviseServer(options: WebServerOptions): Promise<WebServer> {
  const { backoffMs = [500, 1000, 2000, 5000, 15_000, 30_000], healthyAfterMs = 60_000 } = options
  const out = options.out ?? warn
  let env = options.env
  let child: ChildProcess | undefined
  let wanted = false
  return await new Promise<WebServer>((resolve, reject) => {
    let failures = 0
    let isFirst = true
    const run = () => {
      const began = Date.now()
      child = spawnChild(process.execPath, options.command, {
        cwd: options.root,
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child.on('message', (message: { ready?: boolean; address?: string }) => {
        if (!message.ready) return
        if (!isFirst) out('the server is back')
        isFirst = false
        const restart = (next: NodeJS.ProcessEnv) => {
          env = next
          wanted = true
          child?.kill('SIGTERM')
        }
        resolve({ address: message.address ?? '', restart })
      })
      child.once('exit', (code, signal) => void ended(began, signal ?? `status ${code}`))
    }
    const ended = async (began: number, how: string) => {
      if (isEnding()) return
      failures = wanted || Date.now() - began > healthyAfterMs ? 0 : failures + 1
      if (isFirst && failures === firstTries) {
        reject(new UserError(`the server does not start (${how}): what it said stands above`))
        return
      }
      const wait = wanted
        ? 0
        : (backoffMs[Math.min(failures, backoffMs.length) - 1] ?? backoffMs[0] ?? 0)
      if (!wanted) out(`the server ended (${how}); starting it again in ${wait / 1000} s`)
      wanted = false
      await sleep(wait)
      if (!isEnding()) run()
    }
    run()
  })
}
