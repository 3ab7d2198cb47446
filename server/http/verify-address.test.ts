import { describe, expect, test } from 'vitest'
import { isVerification, readAddress } from './address'

const own = '/verify/k7mx-93pf-cwr4'

describe('a photocard’s code has one address, however it was typed', () => {
  test.each([own, '/verify', '/verify/no-such-code'])('%s is it', (path) => {
    const address = readAddress(path)

    expect(address).toEqual({ kind: 'document', path })
    expect(isVerification(address)).toBe(true)
  })

  test.each([
    ['/verify/K7MX-93PF-CWR4', own],
    ['/verify/K7MX93PFCWR4', own],
    ['/verify/k7mx93pfcwr4?fbclid=x', own],
    ['/VERIFY/k7mx93pfcwr4/', own],
    ['/verify/k7mx%2093pf%20cwr4', own],
    [`/verify/${encodeURIComponent('k৭mx-৯৩pf-cwr৪')}`, own],
    ['/verify?code=K7MX+93PF+CWR4', own],
    ['/verify?code=K7MX-93PF-CWR4&x=1', own],
    ['/verify/?code=k7mx93pfcwr4', own],
    [`/verify?code=${encodeURIComponent('http://paper.example/verify/k7mx-93pf-cwr4')}`, own],
    ['/verify?code=Hello', '/verify/hello'],
    ['/verify?code=..%2F..%2Fetc', '/verify/..%20..%20etc'],
    ['/verify/%20', '/verify'],
    ['/verify/', '/verify'],
  ])('%s leads to it', (target, path) => {
    expect(readAddress(target)).toEqual({ kind: 'moved', path })
  })

  test.each(['/verify?', '/verify?code=', '/verify?code=%20', '/verify?x=y', '/verify?code=%00'])(
    '%s is the form',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'document', path: '/verify' })
    },
  )

  test.each(['/verify/%E0%A6', '/verify/a%2Fb', '/verify/%00', '/verify/%2e%2e'])(
    '%s leads nowhere',
    (target) => {
      expect(readAddress(target)).toEqual({ kind: 'unknown' })
    },
  )

  test.each(['/verify/a/b', '/verification', '/sports/verify'])(
    '%s is another document',
    (path) => {
      expect(readAddress(path)).toEqual({ kind: 'document', path })
    },
  )

  test('and only what begins with it is about codes', () => {
    expect(isVerification(readAddress('/verification'))).toBe(false)
    expect(isVerification(readAddress('/'))).toBe(false)
  })
})
