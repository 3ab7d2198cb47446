import { expect, test } from 'vitest'
import { canonicalPath } from './canonical-path'

const composed = 'পোড়া'.normalize('NFC')
const inPieces = composed.normalize('NFD')
const oneCharacter = 'পো\u09dcা'

test.each([composed, inPieces, oneCharacter])(
  'SM5 HT1 a path is percent-encoded and NFC, whichever form it comes in (%#)',
  (word) => {
    const canonical = `/topic/${encodeURIComponent(composed)}`

    expect(canonicalPath(`/topic/${word}`)).toBe(canonical)
    expect(canonicalPath(`/topic/${encodeURIComponent(word)}`)).toBe(canonical)
  },
)

test.each(['/Ａ', '/K/é', `/${inPieces}/É`])('the one spelling of %s is its own', (path) => {
  const canonical = canonicalPath(path) ?? ''

  expect(canonicalPath(canonical)).toBe(canonical)
})
