import pino from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { escapeInvisible, logConsole } from './log'

const { error, warn } = console
afterEach(() => Object.assign(console, { error, warn }))

describe('a line of the log', () => {
  test.each([
    ['a line feed and a forged line', 'ক\n{"level":30,"msg":"listening"}'],
    ['a terminal sequence', '\u001b]0;x\u0007\u009b31m'],
    ['a text that is turned round', 'ab\u202ecd\u2066'],
    ['line and paragraph separators', 'a\u2028b\u2029c'],
    ['an invisible tag', 'a\u{e0041}b'],
    ['a joiner of Bengali', 'র‍্যাব'],
  ])('escapes %s, and means the same', (_, sent) => {
    const line = escapeInvisible(JSON.stringify({ path: sent }))

    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(line)).toEqual({ path: sent })
  })

  test('is made of what a library prints', () => {
    const lines: string[] = []
    logConsole(pino({}, { write: (line) => lines.push(line) }))

    console.error('⨯ %s', new Error('/ক\n{"msg":"forged"}').message)
    console.warn('slow')

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, msg: '⨯ /ক\n{"msg":"forged"}' },
      { level: 40, msg: 'slow' },
    ])
    expect(lines.every((line) => line.trimEnd().split('\n').length === 1)).toBe(true)
  })
})
