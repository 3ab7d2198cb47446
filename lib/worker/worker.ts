import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDb } from '@/lib/db/client'
import { syncClock } from '@/lib/db/database-now'
import { runScheduler } from '@/lib/scheduler/scheduler'
import { JobQueue } from './job-queue'

const schedulerIntervalMs = 1_000
const queueRetryMs = 5_000
// A tick takes milliseconds; a frozen database accepts connections and never answers.
const databaseTimeoutMs = 10_000

export type WorkerSettings = {
  url: string
  onError: (error: unknown, task: string) => void
}

export type RunningWorker = { stop: () => Promise<void> }

/**
 * The scheduler and the job queue. Neither waits for the other: without a queue the scheduler
 * goes on, and without a database both try again until it is there. Any number may run, on any machine.
 */
export function startWorker({ url, onError }: WorkerSettings): RunningWorker {
  const stopping = new AbortController()
  const { signal } = stopping
  const db = connectDb(url)
  let queue: JobQueue | null = null

  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined)

  async function openQueue(): Promise<void> {
    while (!queue && !signal.aborted) {
      try {
        const reportError = (error: unknown) => onError(error, 'queue')
        queue = await JobQueue.start({ url, db, onError: reportError })
      } catch (error) {
        onError(error, 'queue')
        await pause(queueRetryMs)
      }
    }
  }

  async function runSchedulerLoop(): Promise<void> {
    while (!signal.aborted) {
      const startedAt = performance.now()
      const running = queue
      const dispatchOutbox = running ? () => running.dispatchOutbox() : null
      const reportError = (error: unknown) => onError(error, 'clock')
      const timeoutWarning = setInterval(
        () => reportError(new Error('the database does not answer')),
        databaseTimeoutMs,
      )
      await syncClock(db).catch(reportError)
      await runScheduler(db, { dispatchOutbox, onError: reportError }).catch(reportError)
      clearInterval(timeoutWarning)
      await pause(Math.max(0, schedulerIntervalMs - (performance.now() - startedAt)))
    }
  }

  const opening = openQueue()
  const scheduling = runSchedulerLoop()
  return {
    async stop() {
      stopping.abort()
      await Promise.all([opening, scheduling])
      await queue?.stop()
      await db.$disconnect()
    },
  }
}
