import { expect, test } from 'vitest'
import { wayTo } from './navigation'

const ways = ['/newsroom', '/newsroom/lists', '/newsroom/media', '/newsroom/people']

test.each([
  ['/newsroom', '/newsroom'],
  ['/newsroom/lists/mine', '/newsroom/lists'],
  ['/newsroom/stories/new', '/newsroom/lists'],
  ['/newsroom/stories/7/photocards', '/newsroom/lists'],
  ['/newsroom/media/7', '/newsroom/media'],
  ['/newsroom/mediators', undefined],
  ['/newsroom/account', undefined],
])('the bar shows where %s belongs', (path, way) => {
  expect(wayTo(path, ways)).toBe(way)
})
