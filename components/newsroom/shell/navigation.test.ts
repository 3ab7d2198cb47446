import { expect, test } from 'vitest'
import { findActivePath } from './navigation'

const paths = [
  '/newsroom',
  '/newsroom/stories/new',
  '/newsroom/lists',
  '/newsroom/media',
  '/newsroom/users',
]

test.each([
  ['/newsroom', '/newsroom'],
  ['/newsroom/lists/mine', '/newsroom/lists'],
  ['/newsroom/stories/new', '/newsroom/stories/new'],
  ['/newsroom/stories/7', '/newsroom/lists'],
  ['/newsroom/stories/7/photocards', '/newsroom/lists'],
  ['/newsroom/media/7', '/newsroom/media'],
  ['/newsroom/mediators', undefined],
  ['/newsroom/account', undefined],
])('the bar shows where %s belongs', (path, expected) => {
  expect(findActivePath(path, paths)).toBe(expected)
})
