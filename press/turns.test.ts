import { expect, test } from 'vitest'
import { ComeBack, Overloaded, TooSlow, Turns } from './turns'

const limits = { atOnce: 2, mostWaiting: 3, withinMs: 10_000 }
const never = () => new Promise<never>(() => undefined)

/** Takes so many turns that never end. */
async function fill(turns: Turns, count: number, isKept = false): Promise<void> {
  for (let asked = 0; asked < count; asked += 1) {
    turns.take(never, isKept).catch(() => undefined)
    await Promise.resolve()
  }
}

test('only so many makings run at once', async () => {
  const turns = new Turns(limits)
  let running = 0
  let most = 0
  const make = async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
  }

  await Promise.all(Array.from({ length: 5 }, () => turns.take(make)))

  expect(most).toBe(2)
})

test('who comes when the queue is full is refused at once', async () => {
  const turns = new Turns(limits)
  await fill(turns, limits.atOnce + limits.mostWaiting)

  await expect(turns.take(never)).rejects.toBeInstanceOf(Overloaded)
  expect(turns.waiting).toBe(limits.mostWaiting)
})

test('what readers have already finds room for its new copy when others do not, and not without bound', async () => {
  const turns = new Turns(limits)
  await fill(turns, limits.atOnce + limits.mostWaiting)
  await fill(turns, limits.mostWaiting, true)

  await expect(turns.take(never, true)).rejects.toBeInstanceOf(Overloaded)
  expect(turns.waiting).toBe(2 * limits.mostWaiting)
})

test('a making that hangs is given up, and the next has its turn', async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 1, withinMs: 20 })

  const hung = turns.take(never)
  await expect(hung).rejects.toBeInstanceOf(TooSlow)
  const next = turns.take(async () => 'made')

  await expect(next).resolves.toBe('made')
})

test('who waits in vain for a turn is told in the same time, and nothing is made for nobody', async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 5, withinMs: 50 })
  const began = performance.now()
  const made: string[] = []
  const make = (name: string) => async () => {
    made.push(name)
    return never()
  }

  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take(make(name))))

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(made).toEqual(['a'])
})

test('all who wait can be told at once that it is in vain', async () => {
  const turns = new Turns(limits)
  const waiting = Array.from({ length: 4 }, () => turns.take(never))

  turns.giveUp(new ComeBack('no database'))

  const outcomes = await Promise.allSettled(waiting)
  expect(
    outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message),
  ).toEqual(Array(4).fill('no database'))
})

test('a making that ends after it was given up harms nothing', async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 1, withinMs: 10_000 })
  const slow = Promise.withResolvers<string>()
  const taken = turns.take(() => slow.promise)
  turns.giveUp(new ComeBack('no database'))
  await expect(taken).rejects.toThrow('no database')

  slow.resolve('late')

  await expect(turns.take(async () => 'next')).resolves.toBe('next')
})
