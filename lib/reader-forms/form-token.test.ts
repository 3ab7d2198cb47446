import { describe, expect, test, vi } from 'vitest'
import { checkFormToken, issueFormToken, maxFillMs, minFillMs } from './form-token'

vi.mock('@/lib/auth/newsroom-secret', () => ({ newsroomSecret: () => 'a secret of tests' }))

const about = { form: 'report', subject: '7' }
const shownAt = new Date('2026-12-01T06:00:00Z')
const later = (ms: number) => new Date(shownAt.getTime() + ms)
const token = issueFormToken(about, shownAt)

describe('a token says when its form was shown', () => {
  test.each([
    ['at once', 0, 'tooQuick'],
    ['just before the minimum time', minFillMs - 1, 'tooQuick'],
    ['before it was issued, by the clock of another instance', -1_000, 'tooQuick'],
    ['after a day', maxFillMs + 1, 'expired'],
  ])('%s it is refused', (_, ms, reason) => {
    expect(checkFormToken(about, token, later(ms))).toEqual({ ok: false, reason })
  })

  test.each([minFillMs, 60_000, maxFillMs])('after %i ms it is accepted', (ms) => {
    expect(checkFormToken(about, token, later(ms))).toMatchObject({ ok: true })
  })
})

test('a form that is sent twice has the same key, and no two forms share one', () => {
  const [first, again, other] = [token, token, issueFormToken(about, shownAt)].map((each) =>
    checkFormToken(about, each, later(minFillMs)),
  )

  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

describe('a token that was not issued for this form is refused', () => {
  const [issuedAt = '', key = '', signature = ''] = token.split('.')
  test.each([
    ['nothing', ''],
    ['dots alone', '..'],
    ['another time', [(shownAt.getTime() - 60_000).toString(36), key, signature].join('.')],
    ['another key', [issuedAt, 'A'.repeat(22), signature].join('.')],
    ['no signature', [issuedAt, key, ''].join('.')],
    ['a signature of another length', `${token}A`],
    ['a time that is no number', ['%', key, signature].join('.')],
    ['letters outside ASCII', [issuedAt, key, 'ক'.repeat(43)].join('.')],
    ['the token of another story', issueFormToken({ ...about, subject: '8' }, shownAt)],
    ['the token of another form', issueFormToken({ ...about, form: 'comment' }, shownAt)],
  ])('%s', (_, forged) => {
    expect(checkFormToken(about, forged, later(60_000))).toEqual({ ok: false, reason: 'expired' })
  })
})
