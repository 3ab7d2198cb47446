import { expect, test } from 'vitest'
import { createCdn } from './create-cdn'

const targetsOf = (CDN_PURGE_URL: string, CDN_PURGE_TOKEN?: string) =>
  createCdn({ CDN_PURGE_URL, CDN_PURGE_TOKEN })?.purgeTargets.map(({ name }) => name)

test('without a setting there is no edge', () => {
  expect(createCdn({})).toBeNull()
})

test.each([
  ['http://127.0.0.1:6081/', ['127.0.0.1:6081']],
  ['http://10.0.0.1/, https://10.0.0.2:8443', ['10.0.0.1', '10.0.0.2:8443']],
  [
    'cloudflare://023e105f4ecef8ad9ca31a8372d0c353',
    ['cloudflare 023e105f4ecef8ad9ca31a8372d0c353'],
  ],
  ['fastly://SU1Z0isxPaozGVKXdv0eY', ['fastly SU1Z0isxPaozGVKXdv0eY']],
])('%s has purge targets', (url, targets) => {
  expect(targetsOf(url, 'secret')).toEqual(targets)
})

test.each(['cloudflare://x', 'fastly://x'])('%s wants a token', (url) => {
  expect(() => targetsOf(url)).toThrow('CDN_PURGE_TOKEN')
})

test.each(['ftp://x', 'cloudflare://a/b', 'cloudflare://', 'http://a/,fastly://b'])(
  '%s is none we know',
  (url) => {
    expect(() => targetsOf(url, 'secret')).toThrow('CDN_PURGE_URL')
  },
)
