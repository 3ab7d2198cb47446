import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listFormerNames, readEnv } from './env'

// As `openssl rand -hex 16` makes one.
const NEWSROOM_SECRET = '9f2c61d07a5be834d17e60b3c58a42f9'

const root = new URL('../', import.meta.url)

test('a paper runs with no setting at all', () => {
  expect(readEnv({})).toEqual({
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: 3000,
    DAINIK_DATA_DIR: '.data',
    WORKER: 'on',
    PAGE_CACHE_MEMORY_MB: 64,
    PAGE_CACHE_DISK_MB: 1024,
    TRUSTED_PROXIES: [],
    INDEXNOW_URL: 'https://api.indexnow.org/indexnow',
    siteUrl: 'http://localhost:3000',
  })
})

describe('a good setting is taken', () => {
  test.each([
    [{ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/paper' }, {}],
    [{ DATABASE_URL: 'postgres://db/paper' }, {}],
    [{ DATABASE_URL: '' }, { PORT: 3000 }],
    [{ PORT: '8080' }, { PORT: 8080, siteUrl: 'http://localhost:8080' }],
    [{ PORT: '0' }, { PORT: 0 }],
    [{ PORT: '65535' }, { PORT: 65535 }],
    [{ PORT: '' }, { PORT: 3000 }],
    [{ SITE_URL: 'https://paper.example' }, { siteUrl: 'https://paper.example' }],
    [{ SITE_URL: 'https://paper.example/' }, { siteUrl: 'https://paper.example' }],
    [{ SITE_URL: 'https://paper.example///' }, { siteUrl: 'https://paper.example' }],
    [{ SITE_URL: 'http://10.0.0.1:8080', PORT: '80' }, { siteUrl: 'http://10.0.0.1:8080' }],
    [{ HOST: '127.0.0.1' }, { HOST: '127.0.0.1' }],
    [{ DAINIK_DATA_DIR: '/srv/paper' }, { DAINIK_DATA_DIR: '/srv/paper' }],
    [{ PAGE_CACHE_MEMORY_MB: '8' }, { PAGE_CACHE_MEMORY_MB: 8 }],
    [{ PAGE_CACHE_MEMORY_MB: '0' }, { PAGE_CACHE_MEMORY_MB: 0 }],
    [{ PAGE_CACHE_DISK_MB: '0' }, { PAGE_CACHE_DISK_MB: 0 }],
    [
      { CACHE_URL: 'redis://127.0.0.1:6379/1', NEWSROOM_SECRET },
      { CACHE_URL: 'redis://127.0.0.1:6379/1', NEWSROOM_SECRET },
    ],
    [{ CACHE_URL: 'rediss://cache.example', NEWSROOM_SECRET }, { NEWSROOM_SECRET }],
    [{ CDN_PURGE_URL: 'http://10.0.0.2:6081/' }, { CDN_PURGE_URL: 'http://10.0.0.2:6081/' }],
    [{ CDN_PURGE_URL: 'cloudflare://zone1' }, { CDN_PURGE_URL: 'cloudflare://zone1' }],
    [{ NODE_ENV: 'development' }, { NODE_ENV: 'development' }],
    [{ TRUSTED_PROXIES: '127.0.0.1' }, { TRUSTED_PROXIES: ['127.0.0.1'] }],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { TRUSTED_PROXIES: ['10.0.0.0/8', '::1'] }],
    [{ SMTP_URL: 'smtps://a:b@mail.example' }, { SMTP_URL: 'smtps://a:b@mail.example' }],
    [{ WEBSUB_HUB_URL: 'https://hub.example/' }, { WEBSUB_HUB_URL: 'https://hub.example/' }],
    [{ INDEXNOW_KEY: 'Ab-12345' }, { INDEXNOW_KEY: 'Ab-12345' }],
    [{ GOOGLE_SITE_VERIFICATION: 'aV_4-63pVQni' }, { GOOGLE_SITE_VERIFICATION: 'aV_4-63pVQni' }],
    [{ SOMETHING_ELSE: 'x' }, { PORT: 3000 }],
  ])('%j', (given, expected) => {
    expect(readEnv(given)).toMatchObject(expected)
  })
})

describe('a setting that was renamed', () => {
  test('counts under its former name', () => {
    expect(readEnv({ PRESS_DISK_MB: '5' }).PAGE_CACHE_DISK_MB).toBe(5)
    expect(listFormerNames({ PRESS_DISK_MB: '5' })).toEqual([
      ['PRESS_DISK_MB', 'PAGE_CACHE_DISK_MB'],
    ])
  })

  test('counts under its name of today where both are given', () => {
    const both = { PRESS_DISK_MB: '5', PAGE_CACHE_DISK_MB: '7' }

    expect(readEnv(both).PAGE_CACHE_DISK_MB).toBe(7)
    expect(listFormerNames(both)).toEqual([])
  })
})

describe('a bad setting stops the paper and is named', () => {
  test.each([
    ['DATABASE_URL', 'mysql://db/paper'],
    ['DATABASE_URL', 'paper'],
    ['WEBSUB_HUB_URL', 'hub.example'],
    ['INDEXNOW_KEY', 'short-1'],
    ['INDEXNOW_KEY', `a${'b'.repeat(128)}`],
    ['INDEXNOW_KEY', '../../etc/passwd'],
    ['INDEXNOW_KEY', 'চাবিচাবিচাবি'],
    ['INDEXNOW_URL', 'ftp://api.example'],
    ['GOOGLE_SITE_VERIFICATION', '<meta name="google-site-verification" content="aV463">'],
    ['BING_SITE_VERIFICATION', 'A B C D E F'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', '৮০৮০'],
    ['SITE_URL', 'paper.example'],
    ['SITE_URL', 'ftp://paper.example'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['PAGE_CACHE_MEMORY_MB', '-1'],
    ['PAGE_CACHE_MEMORY_MB', '65537'],
    ['PAGE_CACHE_MEMORY_MB', '128MB'],
    ['PAGE_CACHE_DISK_MB', '-1'],
    ['PAGE_CACHE_DISK_MB', '1.5'],
    ['CACHE_URL', 'http://cache.example'],
    ['CACHE_URL', '127.0.0.1:6379'],
    ['CDN_PURGE_URL', 'file:///etc'],
    ['NODE_ENV', 'staging'],
    ['NEWSROOM_SECRET', 'short'],
    ['NEWSROOM_SECRET', 'x'.repeat(31)],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.1,'],
    ['SMTP_URL', 'mail.example:25'],
    ['SMTP_URL', 'http://mail.example'],
  ])('%s=%s', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name}: `, 'm'))
  })

  test('all bad ones are named at once', () => {
    expect(() => readEnv({ PORT: 'x', SITE_URL: 'y' })).toThrow(/^PORT: .*\nSITE_URL: /m)
  })

  test('a password in a faulty address is not printed', () => {
    expect(() => readEnv({ DATABASE_URL: 'mysql://a:secret@db/x' })).not.toThrow(/secret/)
  })
})

describe('in production a secret that everybody knows stops the paper', () => {
  test.each([
    ['DATABASE_URL', 'postgresql://dainik:password@127.0.0.1:5432/dainik'],
    ['DATABASE_URL', 'postgresql://dainik:PassWord@db/dainik'],
    ['DATABASE_URL', 'postgresql://postgres:postgres@127.0.0.1/dainik'],
    ['DATABASE_URL', 'postgresql://dainik:change-me@db/dainik'],
    ['DATABASE_URL', 'postgresql://dainik:dainik@db.example/dainik'],
    ['CACHE_URL', 'redis://:changeme@cache:6379'],
    ['CACHE_URL', 'redis://default:redis@cache:6379'],
    ['CDN_PURGE_TOKEN', 'your-token'],
    ['CDN_PURGE_TOKEN', 'secret'],
    ['NEWSROOM_SECRET', 'change-me-to-32-or-more-random-characters'],
    ['NEWSROOM_SECRET', 'a'.repeat(40)],
    ['SMTP_URL', 'smtp://news:password@mail.example'],
  ])('%s=%s', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name}: `, 'm'))
    expect(() => readEnv({ [name]: value, NODE_ENV: 'development' })).not.toThrow()
  })

  test.each([
    ['DATABASE_URL', 'postgresql://dainik:3f9c1b@db/dainik'],
    ['DATABASE_URL', 'postgresql://dainik@db/dainik'],
    ['DATABASE_URL', 'postgresql://dainik:dainik@127.0.0.1/dainik'],
    ['CDN_PURGE_TOKEN', 'v1.0-3f9c1b'],
  ])('%s=%s is taken', (name, value) => {
    expect(readEnv({ [name]: value })).toMatchObject({ [name]: value })
  })

  test('instances that share documents must be given the secret they share', () => {
    const CACHE_URL = 'redis://cache:6379'

    expect(() => readEnv({ CACHE_URL })).toThrow(/^NEWSROOM_SECRET: /m)
    expect(() => readEnv({ CACHE_URL, NEWSROOM_SECRET })).not.toThrow()
  })

  test('and is not printed', () => {
    expect(() => readEnv({ CDN_PURGE_TOKEN: 'changeme' })).not.toThrow(/changeme/)
  })
})

describe('.env.example', () => {
  const source = readFileSync(new URL('lib/env.ts', root), 'utf8')
  const example = readFileSync(new URL('.env.example', root), 'utf8')
  // Set by the commands that start the paper, not by its operator.
  const notTheOperators = ['NODE_ENV']
  const settings = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(([, name]) => name ?? '')
  const named = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? '')

  test('names every setting, and none that there is not', () => {
    const operators = settings.filter((name) => !notTheOperators.includes(name))

    expect(named.toSorted()).toEqual(operators.toSorted())
  })

  test('says of each setting in a line what it is', () => {
    const lines = example.split('\n')
    const explained = named.filter((name) => {
      const above = lines[lines.findIndex((line) => line.startsWith(`#${name}=`)) - 1]
      return above?.startsWith('# ') ?? false
    })

    expect(explained).toEqual(named)
  })

  test('shows values that are good', () => {
    const values = [...example.matchAll(/^#?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [
      name,
      value,
    ])

    const whileTrying = { ...Object.fromEntries(values), NODE_ENV: 'development' }
    expect(() => readEnv(whileTrying)).not.toThrow()
  })
})
