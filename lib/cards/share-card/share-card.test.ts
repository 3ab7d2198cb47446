import { describe, expect, test } from 'vitest'
import type { Picture } from '@/lib/content-model/article'
import { readCardAddress, type ShareCardStory, shareCardPath } from './share-card'

const picture: Picture = {
  id: 7,
  hash: 'ab12cd',
  width: 1600,
  height: 1067,
  focalX: 0.5,
  focalY: 0.4,
  alt: 'নদীতে নৌকা',
  caption: null,
  credit: null,
}
const paper = { name: 'দৈনিক' }
const story: ShareCardStory = {
  id: 12,
  headline: 'প্রথম উভচর জাহাজ',
  category: { name: 'আন্তর্জাতিক' },
  publicAt: new Date('2024-05-20T14:02:00Z'),
  image: picture,
}

describe('a card has an address of its own', () => {
  const before = shareCardPath(story, paper)

  test.each<[what: string, ShareCardStory, string]>([
    ['another headline', { ...story, headline: 'দ্বিতীয় উভচর জাহাজ' }, paper.name],
    ['another category', { ...story, category: { name: 'জাতীয়' } }, paper.name],
    ['another day', { ...story, publicAt: new Date('2024-05-21T14:02:00Z') }, paper.name],
    ['another picture', { ...story, image: { ...picture, hash: 'ffffff' } }, paper.name],
    ['a moved focal point', { ...story, image: { ...picture, focalX: 0.51 } }, paper.name],
    ['no picture', { ...story, image: null }, paper.name],
    ['another name of the paper', story, 'সকাল'],
  ])('and with %s another', (_, changed, name) => {
    expect(shareCardPath(changed, { name })).not.toBe(before)
  })

  test.each<[what: string, ShareCardStory]>([
    ['another hour of the day', { ...story, publicAt: new Date('2024-05-20T15:00:00Z') }],
    ['other words about its picture', { ...story, image: { ...picture, alt: 'নদী' } }],
  ])('and with %s, which it does not show, the same', (_, changed) => {
    expect(shareCardPath(changed, paper)).toBe(before)
  })

  test('which is read back', () => {
    expect(before).toMatch(/^\/media\/card\/12-[0-9a-f]{12}\.jpg$/)
    expect(readCardAddress(before.slice('/media/card/'.length))).toEqual({
      id: 12,
      hash: before.slice('/media/card/12-'.length, -'.jpg'.length),
    })
  })
})

test.each([
  '12.jpg',
  '12-abc.jpg',
  '12-0123456789ab.png',
  '12-0123456789AB.jpg',
  '12-0123456789abc.jpg',
  '012-0123456789ab.jpg',
  '0-0123456789ab.jpg',
  '-12-0123456789ab.jpg',
  '১২-0123456789ab.jpg',
  '2147483648-0123456789ab.jpg',
  '12-0123456789ab.jpg\n',
  '',
])('%j is no address of a card', (file) => {
  expect(readCardAddress(file)).toBeNull()
})
