import { expect, test } from 'vitest'
import { Overloaded, TooSlow, turns } from './turns'

const limits = { atOnce: 2, mostWaiting: 3, withinMs: 10_000 }
const never = () => new Promise<never>(() => undefined)

test('only so many makings run at once', async () => {
  const inTurn = turns(limits)
  let running = 0
  let most = 0
  const make = async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
  }

  await Promise.all(Array.from({ length: 5 }, () => inTurn(make)))

  expect(most).toBe(2)
})

test('who comes when the queue is full is refused at once', async () => {
  const inTurn = turns(limits)
  for (let asked = 0; asked < limits.atOnce + limits.mostWaiting; asked += 1) {
    inTurn(never).catch(() => undefined)
    await Promise.resolve()
  }

  await expect(inTurn(never)).rejects.toBeInstanceOf(Overloaded)
})

test('a making that hangs is given up, and the next has its turn', async () => {
  const inTurn = turns({ atOnce: 1, mostWaiting: 1, withinMs: 20 })
  const hung = inTurn(never)
  const next = inTurn(async () => 'made')

  await expect(hung).rejects.toBeInstanceOf(TooSlow)
  await expect(next).resolves.toBe('made')
})
