import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PurgeTarget } from './cdn'
import { CdnPurger } from './cdn-purger'
import { PurgeRejectedError } from './purge-request'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A target that notes what it is told, with the milliseconds since the beginning. */
class FakeTarget implements PurgeTarget {
  purged: [ms: number, tags: string[]][] = []
  failure: Error | null = null
  constructor(readonly name = 'target') {}
  async purge(tags: string[]) {
    this.purged.push([Date.now() - 1_000_000, tags.toSorted()])
    if (this.failure) throw this.failure
  }
}

function purgerOn(...targets: PurgeTarget[]) {
  const onFailure = vi.fn()
  const onRecovery = vi.fn()
  const purger = new CdnPurger({
    cdn: { headers: () => ({}), purgeTargets: targets },
    onFailure,
    onRecovery,
  })
  return { purger, onFailure, onRecovery }
}

const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('tags that come together are purged in one request, and once more a second later', async () => {
  const target = new FakeTarget()
  const { purger } = purgerOn(target)

  purger.enqueue(['article:1'])
  await passing(10)
  purger.enqueue(['front', 'article:1'])
  await passing(5_000)

  expect(target.purged).toEqual([
    [20, ['article:1', 'front']],
    [1_040, ['article:1', 'front']],
  ])
})

test('tags within that second are purged at once, and have their own repetition', async () => {
  const target = new FakeTarget()
  const { purger } = purgerOn(target)

  purger.enqueue(['front'])
  await passing(500)
  purger.enqueue(['front'])
  await passing(5_000)

  expect(target.purged.map(([ms]) => ms)).toEqual([20, 520, 1_040, 1_540])
})

test('a failing target is retried with growing pauses, with all tags that came meanwhile', async () => {
  const target = new FakeTarget()
  const { purger, onFailure, onRecovery } = purgerOn(target)
  target.failure = new Error('refused')

  purger.enqueue(['a'])
  await passing(30)
  purger.enqueue(['b'])
  await passing(1_000)
  const stateThen = purger.state
  target.failure = null
  await passing(800)

  expect(target.purged).toEqual([
    [20, ['a']],
    [120, ['a', 'b']],
    [320, ['a', 'b']],
    [720, ['a', 'b']],
    [1_520, ['a', 'b']],
  ])
  expect(onFailure).toHaveBeenCalledTimes(4)
  expect(onFailure).toHaveBeenLastCalledWith(new Error('refused'), 'target')
  expect(stateThen).toEqual([{ target: 'target', waiting: 2, failingSince: 1_000_020 }])
  expect(onRecovery).toHaveBeenCalledExactlyOnceWith('target')
  expect(purger.state).toEqual([{ target: 'target', waiting: 0, failingSince: null }])
})

test('the pause between attempts does not grow beyond ten seconds', async () => {
  const target = new FakeTarget()
  const { purger } = purgerOn(target)
  target.failure = new Error('refused')

  purger.enqueue(['a'])
  await passing(120_000)

  const times = target.purged.map(([ms]) => ms)
  expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(10_000)
})

test('a target that asks for a pause gets it', async () => {
  const target = new FakeTarget()
  const { purger } = purgerOn(target)
  target.failure = new PurgeRejectedError('target', 429, 'slow down', 30_000)

  purger.enqueue(['a'])
  await passing(30_019)
  purger.enqueue(['b'])

  expect(target.purged).toHaveLength(1)
  await passing(1)
  expect(target.purged).toHaveLength(2)
})

test('one target’s failure does not delay the other', async () => {
  const [dead, alive] = [new FakeTarget('dead'), new FakeTarget('alive')]
  const { purger } = purgerOn(dead, alive)
  dead.failure = new Error('refused')

  purger.enqueue(['a'])
  await passing(5_000)
  purger.enqueue(['b'])
  await passing(100)

  expect(alive.purged).toEqual([
    [20, ['a']],
    [1_040, ['a']],
    [5_020, ['b']],
  ])
})

test('tags that come during a purge are purged after it', async () => {
  const target = new FakeTarget()
  const { purger } = purgerOn(target)
  const { promise: isDrained, resolve: finish } = Promise.withResolvers<void>()
  vi.spyOn(target, 'purge').mockImplementationOnce(async (tags) => {
    target.purged.push([Date.now() - 1_000_000, tags])
    await isDrained
  })

  purger.enqueue(['a'])
  await passing(100)
  purger.enqueue(['b'])
  await passing(220)
  const meanwhile = [...target.purged]
  finish()
  await passing(100)

  expect(meanwhile).toEqual([[20, ['a']]])
  expect(target.purged).toEqual([
    [20, ['a']],
    [340, ['b']],
  ])
})

test('more tags than the queue holds become the tag that every page carries', async () => {
  const target = new FakeTarget()
  const { purger } = purgerOn(target)
  target.failure = new Error('refused')

  purger.enqueue(['a'])
  await passing(50)
  purger.enqueue(Array.from({ length: 10_001 }, (_, at) => `article:${at}`))

  expect(purger.state).toMatchObject([{ waiting: 1 }])
  target.failure = null
  await passing(1_000)
  expect(target.purged.at(-1)?.[1]).toEqual(['paper'])
})

test('at shutdown waiting purges are sent once, and nothing after that', async () => {
  const target = new FakeTarget()
  const { purger, onFailure } = purgerOn(target)
  target.failure = new Error('refused')

  purger.enqueue(['a'])
  await purger.stop()
  await passing(60_000)

  expect(target.purged).toEqual([[0, ['a']]])
  expect(onFailure).toHaveBeenCalledOnce()
})

test('a caller is notified when all targets have purged, without waiting for one that fails', async () => {
  const [slow, failing] = [new FakeTarget('slow'), new FakeTarget('failing')]
  const purged = Promise.withResolvers<void>()
  slow.purge = () => purged.promise
  failing.failure = new Error('refused')
  const { purger } = purgerOn(slow, failing)
  const known: string[] = []

  await purger.drained()
  known.push('nothing was heard')
  purger.enqueue(['article:1'])
  void purger.drained().then(() => known.push('told'))
  await passing(1_000)
  const before = [...known]
  purged.resolve()
  await passing(0)

  expect(before).toEqual(['nothing was heard'])
  expect(known).toEqual(['nothing was heard', 'told'])
})
