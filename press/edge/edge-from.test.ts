import { expect, test } from 'vitest'
import { edgeFrom } from './edge-from'

const doorsOf = (EDGE_PURGE_URL: string, EDGE_PURGE_TOKEN?: string) =>
  edgeFrom({ EDGE_PURGE_URL, EDGE_PURGE_TOKEN })?.doors.map(({ name }) => name)

test('without a setting there is no edge', () => {
  expect(edgeFrom({})).toBeNull()
})

test.each([
  ['http://127.0.0.1:6081/', ['127.0.0.1:6081']],
  ['http://10.0.0.1/, https://10.0.0.2:8443', ['10.0.0.1', '10.0.0.2:8443']],
  [
    'cloudflare://023e105f4ecef8ad9ca31a8372d0c353',
    ['cloudflare 023e105f4ecef8ad9ca31a8372d0c353'],
  ],
  ['fastly://SU1Z0isxPaozGVKXdv0eY', ['fastly SU1Z0isxPaozGVKXdv0eY']],
])('%s is an edge', (url, doors) => {
  expect(doorsOf(url, 'secret')).toEqual(doors)
})

test.each(['cloudflare://x', 'fastly://x'])('%s wants a token', (url) => {
  expect(() => doorsOf(url)).toThrow('EDGE_PURGE_TOKEN')
})

test.each(['ftp://x', 'cloudflare://a/b', 'cloudflare://', 'http://a/,fastly://b'])(
  '%s is none we know',
  (url) => {
    expect(() => doorsOf(url, 'secret')).toThrow('EDGE_PURGE_URL')
  },
)
