import { expect, test } from 'vitest'
import { readRound } from './wrk'

const said = (line: string) => `Running 5s test @ http://127.0.0.1:1/\n  1 threads\n${line}\n`

test('the counts of wrk are read', () => {
  const line = '{"requests":50000,"seconds":5.000000,"p99Ms":1.250000,"failed":0}'

  expect(readRound(said(line))).toEqual({ perSecond: 10_000, p99Ms: 1.25 })
})

test.each([
  ['requests that failed', said('{"requests":10,"seconds":1,"p99Ms":1,"failed":3}')],
  ['nothing counted', said('unable to connect to 127.0.0.1:1 Connection refused')],
])('%s are no figure', (_, output) => {
  expect(() => readRound(output)).toThrow()
})
