import { describe, expect, test } from 'vitest'
import { wordPieces } from './word-pieces'

describe('pieces of a text', () => {
  test.each([
    ['র‍্যাব এল।', ['র‍্যাব', ' ', 'এল', '।']],
    ['স্ত্রী, ক্ষমতা', ['স্ত্রী', ',', ' ', 'ক্ষমতা']],
    ['৭.৫ শতাংশ', ['৭.৫', ' ', 'শতাংশ']],
    ['সেট্‌স', ['সেট্‌স']],
    ['ঢাকা-চট্টগ্রাম', ['ঢাকা', '-', 'চট্টগ্রাম']],
    ['', []],
  ])('of “%s” are whole', (text, pieces) => {
    expect(wordPieces(text)).toEqual(pieces)
    expect(wordPieces(text).join('')).toBe(text)
  })
})
