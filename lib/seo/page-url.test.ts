import { expect, test } from 'vitest'
import { pageUrl } from './page-url'

test.each([
  ['/', 'https://paper.example'],
  ['/national/12', 'https://paper.example/national/12'],
  ['/topic/\u09dfাহিয়া', `https://paper.example/topic/${encodeURIComponent('য\u09bcাহিয\u09bcা')}`],
  [
    '/topic/য\u09bcাহিয\u09bcা',
    `https://paper.example/topic/${encodeURIComponent('য\u09bcাহিয\u09bcা')}`,
  ],
])('CP1 %s has one absolute address, whichever way it is written', (path, url) => {
  expect(pageUrl('https://paper.example', path)).toBe(url)
})
