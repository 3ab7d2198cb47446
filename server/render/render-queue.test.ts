import { expect, test } from 'vitest'
import {
  RenderQueue,
  RenderQueueFullError,
  RenderTimeoutError,
  RetryableError,
} from './render-queue'

const limits = { concurrency: 2, maxQueued: 3, timeoutMs: 10_000 }
const never = () => new Promise<never>(() => undefined)

/** Takes so many turns that never end. */
async function fill(queue: RenderQueue, count: number, isRevalidation = false): Promise<void> {
  for (let asked = 0; asked < count; asked += 1) {
    queue.run(never, isRevalidation).catch(() => undefined)
    await Promise.resolve()
  }
}

test('the number of concurrent renders is bounded', async () => {
  const queue = new RenderQueue(limits)
  let running = 0
  let most = 0
  const make = async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
  }

  await Promise.all(Array.from({ length: 5 }, () => queue.run(make)))

  expect(most).toBe(2)
})

test('a request to a full queue is refused at once', async () => {
  const queue = new RenderQueue(limits)
  await fill(queue, limits.concurrency + limits.maxQueued)

  await expect(queue.run(never)).rejects.toBeInstanceOf(RenderQueueFullError)
  expect(queue.pendingCount).toBe(limits.maxQueued)
})

test('a revalidation finds room when a first render does not, up to its own bound', async () => {
  const queue = new RenderQueue(limits)
  await fill(queue, limits.concurrency + limits.maxQueued)
  await fill(queue, limits.maxQueued, true)

  await expect(queue.run(never, true)).rejects.toBeInstanceOf(RenderQueueFullError)
  expect(queue.pendingCount).toBe(2 * limits.maxQueued)
})

test('a render that hangs times out, and the next one starts', async () => {
  const queue = new RenderQueue({ concurrency: 1, maxQueued: 1, timeoutMs: 20 })

  const hung = queue.run(never)
  await expect(hung).rejects.toBeInstanceOf(RenderTimeoutError)
  const next = queue.run(async () => 'made')

  await expect(next).resolves.toBe('made')
})

test('a waiting request times out after the same time, and its render never starts', async () => {
  const queue = new RenderQueue({ concurrency: 1, maxQueued: 5, timeoutMs: 50 })
  const began = performance.now()
  const made: string[] = []
  const make = (name: string) => async () => {
    made.push(name)
    return never()
  }

  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.run(make(name))))

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(made).toEqual(['a'])
})

test('all waiting renders can be cancelled at once', async () => {
  const queue = new RenderQueue(limits)
  const waiting = Array.from({ length: 4 }, () => queue.run(never))

  queue.cancelAll(new RetryableError('no database'))

  const outcomes = await Promise.allSettled(waiting)
  expect(
    outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message),
  ).toEqual(Array(4).fill('no database'))
})

test('a render that ends after it was cancelled has no effect', async () => {
  const queue = new RenderQueue({ concurrency: 1, maxQueued: 1, timeoutMs: 10_000 })
  const slow = Promise.withResolvers<string>()
  const taken = queue.run(() => slow.promise)
  queue.cancelAll(new RetryableError('no database'))
  await expect(taken).rejects.toThrow('no database')

  slow.resolve('late')

  await expect(queue.run(async () => 'next')).resolves.toBe('next')
})
