import { isMainThread, parentPort } from 'node:worker_threads'
import { createLog } from '../lib/log'
import { withDatabase } from '../tools/database/database'

/**
 * `npm run worker`: the scheduler and the queue, on any number of machines. The server runs the same on a thread
 * of its own (server/worker-thread.ts), told to stop by a message.
 */
const log = createLog('worker')

/** Resolves when it is asked to stop. */
function waitForStopRequest(): Promise<void> {
  return new Promise((resolve) => {
    if (!isMainThread) parentPort?.once('message', () => resolve())
    else
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => resolve())
  })
}

const stopRequest = waitForStopRequest()
await withDatabase(async (url) => {
  // Where readers' queries are asked, the same database is meant.
  process.env.DATABASE_URL = url
  const { startWorker } = await import('../lib/worker/worker')
  const worker = startWorker({
    url,
    onError: (error, doing) => log.warn({ err: error, doing }, 'the worker tries again'),
  })
  log.info('working')
  parentPort?.postMessage('working')
  await stopRequest
  await worker.stop()
  log.info('stopped')
})
parentPort?.close()
