import { randomInt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseCode } from '@/lib/urls/verify-address'
import {
  checkPhotocard,
  newPhotocardCode,
  photocardPath,
  photocardTexts,
  quotesOf,
  readPhotocardFile,
} from './photocard'

describe('a code', () => {
  test('is one that can be read, and never the same', () => {
    const codes = Array.from({ length: 2_000 }, () => newPhotocardCode((most) => randomInt(most)))

    expect(codes.filter((code) => parseCode(code) !== code)).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('has each of its letters from chance alone', () => {
    const limits: number[] = []
    const code = newPhotocardCode((most) => {
      limits.push(most)
      return limits.length
    })

    expect(limits).toEqual(Array(12).fill(24))
    expect(new Set(code).size).toBe(12)
  })
})

describe('the picture of a card has one address', () => {
  test('which its code is read from', () => {
    const file = photocardPath('k7mx93pfcwr4').split('/').at(-1) ?? ''

    expect(readPhotocardFile(file)).toBe('k7mx93pfcwr4')
  })

  test.each([
    'K7MX-93PF-CWR4.jpg',
    'k7mx93pfcwr4.jpg',
    'k7mx-93pf-cwr4',
    'k7mx-93pf-cwr4.png',
    '.jpg',
    'k7mx-93pf-cwr4.jpg.jpg',
    'x',
    '',
    '../k7mx-93pf-cwr4.jpg',
    '%E0%A6',
  ])('%s is none', (file) => {
    expect(readPhotocardFile(file)).toBeNull()
  })
})

const noon = new Date('2026-03-26T06:00:00Z')
const hoursOn = (count: number) => new Date(noon.getTime() + count * 3_600_000)

describe('cards are made of what readers have, or will have at its hour', () => {
  const story = { publishAt: hoursOn(-1), embargoUntil: null, trashedAt: null }
  const later = { ...story, publishAt: hoursOn(1) }

  test.each([
    ['published', { ...story, status: 'published' as const }, null],
    ['scheduled', { ...later, status: 'scheduled' as const }, null],
    [
      'scheduled under an embargo',
      { ...later, status: 'scheduled' as const, embargoUntil: hoursOn(2) },
      null,
    ],
    ['a draft', { ...story, publishAt: null, status: 'draft' as const }, 'notForCards'],
    ['handed in', { ...story, publishAt: null, status: 'inReview' as const }, 'notForCards'],
    ['withdrawn', { ...story, status: 'withdrawn' as const }, 'withdrawn'],
    ['in the trash', { ...story, status: 'withdrawn' as const, trashedAt: noon }, 'trashed'],
  ])('%s', (_, given, refusal) => {
    expect(checkPhotocard(given)).toBe(refusal)
  })
})

test('the quotes of a story are offered with who said them', () => {
  const quotes = quotesOf([
    { kind: 'paragraph', content: [{ text: 'অনুচ্ছেদ' }] },
    {
      kind: 'quote',
      content: [{ text: 'বাঁধটা\n' }, { text: 'ঠিক হোক', bold: true }],
      speaker: ' রহিমা  খাতুন ',
    },
    { kind: 'quote', content: [{ text: 'নাম ছাড়া' }] },
  ])

  expect(quotes).toEqual([
    { quote: 'বাঁধটা ঠিক হোক', speaker: 'রহিমা খাতুন' },
    { quote: 'নাম ছাড়া', speaker: '' },
  ])
})

test('what a card says is told in the order it is read', () => {
  expect(photocardTexts({ template: 'headline', headline: 'শিরোনাম' })).toEqual(['শিরোনাম'])
  expect(photocardTexts({ template: 'quote', quote: 'কথা', speaker: 'বক্তা' })).toEqual(['কথা', 'বক্তা'])
  expect(photocardTexts({ template: 'number', number: '৪২', caption: 'জন' })).toEqual(['৪২', 'জন'])
})
