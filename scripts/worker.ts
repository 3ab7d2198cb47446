import { isMainThread, parentPort } from 'node:worker_threads'
import pino from 'pino'
import { withDatabase } from './database'

/**
 * `npm run worker`: the publishing clock and the queue, on any number of machines. The press runs the same on a thread
 * of its own (press/worker-thread.ts), told to stop by a message.
 */
const log = pino({ name: 'worker', level: 'info' })

/** Resolves when it is asked to stop. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    if (!isMainThread) parentPort?.once('message', () => resolve())
    else
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => resolve())
  })
}

const asked = untilAsked()
await withDatabase(async (url) => {
  // Where readers' queries are asked, the same database is meant.
  process.env.DATABASE_URL = url
  const { startWorker } = await import('../lib/jobs/worker')
  const worker = startWorker({
    url,
    onError: (error, doing) => log.warn({ err: error, doing }, 'the worker tries again'),
  })
  log.info('working')
  parentPort?.postMessage('working')
  await asked
  await worker.stop()
  log.info('stopped')
})
parentPort?.close()
