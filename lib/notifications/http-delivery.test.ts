import { describe, expect, test } from 'vitest'
import { assertDelivered, parseRetryAfter } from './http-delivery'
import { PermanentDeliveryError, RetryAfterError } from './notification-channel'

const nowMs = Date.parse('2026-03-26T06:00:00Z')

describe('how long the other side asks to wait is read', () => {
  test.each([
    [null, null],
    ['120', 120],
    [' 5 ', 5],
    ['0', 1],
    ['Thu, 26 Mar 2026 06:01:30 GMT', 90],
    ['Thu, 26 Mar 2026 05:00:00 GMT', 1],
    ['999999999', 86_400],
    ['soon', null],
    ['-3', null],
    ['', null],
  ])('%j → %s seconds', (header, seconds) => {
    expect(parseRetryAfter(header, nowMs)).toBe(seconds)
  })
})

/** What is thrown at the answer; nothing when it was taken. */
function errorFor(status: number, retryAfter: string | null = null): unknown {
  try {
    assertDelivered({ status, retryAfter }, 'the hub')
    return null
  } catch (error) {
    return error
  }
}

describe('an answer is heeded', () => {
  test.each([200, 202, 204])('%i is fine', (status) => {
    expect(errorFor(status)).toBeNull()
  })

  test.each([301, 400, 401, 403, 404, 422])('%i will be no other the next time', (status) => {
    expect(errorFor(status)).toBeInstanceOf(PermanentDeliveryError)
    expect(errorFor(status)).toMatchObject({ message: `the hub answers ${status}` })
  })

  test.each([408, 429, 500, 502, 503])('%i may pass', (status) => {
    expect(errorFor(status)).toBeInstanceOf(Error)
    expect(errorFor(status)).not.toBeInstanceOf(PermanentDeliveryError)
    expect(errorFor(status)).not.toBeInstanceOf(RetryAfterError)
  })

  test.each([429, 503])('%i that says when is asked again then', (status) => {
    expect(errorFor(status, '90')).toMatchObject({ retryAfterSeconds: 90 })
  })
})
