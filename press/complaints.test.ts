import { expect, test } from 'vitest'
import { complaints } from './complaints'
import { Overloaded, TooSlow } from './turns'

function tally() {
  const told: string[] = []
  const clock = { nowMs: 0 }
  const complain = complaints({
    tell: (error, path, times) => told.push(`${path} ${(error as Error).message} ${times}`),
    clock: () => clock.nowMs,
  })
  return { told, clock, complain }
}

test('a page that broke is told of each time', () => {
  const { told, complain } = tally()

  complain(new Error('broken'), '/a')
  complain(new Error('broken'), '/b')

  expect(told).toEqual(['/a broken 1', '/b broken 1'])
})

test('what happens to a crowd is told at once, and then from time to time with how often', () => {
  const { told, clock, complain } = tally()

  for (let reader = 0; reader < 1_000; reader += 1) complain(new Overloaded(), `/${reader}`)
  complain(new TooSlow(5), '/slow')
  clock.nowMs = 10_000
  complain(new Overloaded(), '/last')

  expect(told).toEqual([
    '/0 too many documents are waiting to be made 1',
    '/slow not made within 5 ms 1',
    '/last too many documents are waiting to be made 1000',
  ])
})
