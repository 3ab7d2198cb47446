import { expect, test } from 'vitest'
import { RenderQueueFullError, RenderTimeoutError } from '@/server/render/render-queue'
import { throttledLog } from './throttled-log'

function openLog() {
  const logged: string[] = []
  const clock = { nowMs: 0 }
  const log = throttledLog({
    write: (error, path, times) => logged.push(`${path} ${(error as Error).message} ${times}`),
    clock: () => clock.nowMs,
  })
  return { logged, clock, log }
}

test('a page that broke is told of each time', () => {
  const { logged, log } = openLog()

  log(new Error('broken'), '/a')
  log(new Error('broken'), '/b')

  expect(logged).toEqual(['/a broken 1', '/b broken 1'])
})

test('what happens to a crowd is told at once, and then from time to time with how often', () => {
  const { logged, clock, log } = openLog()

  for (let reader = 0; reader < 1_000; reader += 1) log(new RenderQueueFullError(), `/${reader}`)
  log(new RenderTimeoutError(5), '/slow')
  clock.nowMs = 10_000
  log(new RenderQueueFullError(), '/last')

  expect(logged).toEqual([
    '/0 too many documents are waiting to be made 1',
    '/slow not made within 5 ms 1',
    '/last too many documents are waiting to be made 1000',
  ])
})
