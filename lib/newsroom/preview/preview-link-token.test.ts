import { describe, expect, test } from 'vitest'
import { linkToken, readLinkToken } from './preview-link-token'

const id = '0123456789abcdef'.repeat(2)
const secret = 'a secret of the newsroom, for tests'
const token = linkToken(id, secret)

describe('the address of a link', () => {
  test('names the link and is ours', () => {
    expect(readLinkToken(token, secret)).toEqual({ id, isOurs: true })
  })

  test('is not ours when any letter of it is another', () => {
    const altered = [...token].map((letter, at) => {
      const other = letter === '0' ? '1' : '0'
      return token.slice(0, at) + other + token.slice(at + 1)
    })

    expect(altered.filter((each) => readLinkToken(each, secret).isOurs)).toEqual([])
  })

  test.each([
    ['empty', ''],
    ['cut', token.slice(0, -1)],
    ['longer', `${token}0`],
    ['in capitals', token.toUpperCase()],
    ['another alphabet', 'ক'.repeat(64)],
    ['the number alone', id],
  ])('is not ours when it is %s, and is looked for all the same', (_, given) => {
    expect(readLinkToken(given, secret)).toEqual({ id: '0'.repeat(32), isOurs: false })
  })

  test('is not ours when the secret is another', () => {
    expect(readLinkToken(token, `${secret}.`).isOurs).toBe(false)
  })
})
