import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDb } from '@/lib/db/client'
import { tick } from './clock'
import { Queue } from './queue'

const tickEveryMs = 1_000
const retryQueueMs = 5_000
// A turn takes milliseconds; a database that is frozen takes connections and never answers.
const patienceMs = 10_000

export type WorkerSettings = {
  url: string
  onError: (error: unknown, doing: string) => void
}

export type RunningWorker = { stop: () => Promise<void> }

/**
 * The publishing clock, and whoever does what waits in the queue. Neither waits for the other: without a queue the clock
 * goes on, and without a database both try again until it is there. Any number may run, on any machine.
 */
export function startWorker({ url, onError }: WorkerSettings): RunningWorker {
  const stopping = new AbortController()
  const { signal } = stopping
  const db = connectDb(url)
  let queue: Queue | null = null

  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined)

  async function openQueue(): Promise<void> {
    while (!queue && !signal.aborted) {
      try {
        const onFault = (error: unknown) => onError(error, 'queue')
        queue = await Queue.start({ url, db, onError: onFault })
      } catch (error) {
        onError(error, 'queue')
        await pause(retryQueueMs)
      }
    }
  }

  async function runClock(): Promise<void> {
    while (!signal.aborted) {
      const began = performance.now()
      const running = queue
      const handOver = running ? () => running.handOver() : null
      const onFault = (error: unknown) => onError(error, 'clock')
      const sayLate = setInterval(
        () => onFault(new Error('the database does not answer')),
        patienceMs,
      )
      await tick(db, { handOver, onError: onFault }).catch(onFault)
      clearInterval(sayLate)
      await pause(Math.max(0, tickEveryMs - (performance.now() - began)))
    }
  }

  const opening = openQueue()
  const ticking = runClock()
  return {
    async stop() {
      stopping.abort()
      await Promise.all([opening, ticking])
      await queue?.stop()
      await db.$disconnect()
    },
  }
}
