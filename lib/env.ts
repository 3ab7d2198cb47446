import { z } from 'zod'

/** An address, or a network: 10.0.0.0/8. */
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
const isNetwork = (text: string) => network.safeParse(text).success

/** The code by which a search engine verifies the owner of the site. */
const verificationCode = z.string().regex(/^[\w-]{8,100}$/, 'the content of the tag, not the tag')

/** Every setting of the installation; `.env.example` says each in a line. Nothing else reads `process.env`. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DAINIK_DATA_DIR: z.string().min(1).default('.data'),
  PAGE_CACHE_MEMORY_MB: z.coerce.number().int().min(0).max(65536).default(64),
  PAGE_CACHE_DISK_MB: z.coerce.number().int().min(0).max(1048576).default(1024),
  CACHE_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  CDN_PURGE_URL: z
    .string()
    .regex(/^(?:https?:\/\/[^\s,]+(?:\s*,\s*https?:\/\/[^\s,]+)*|(?:cloudflare|fastly):\/\/\w+)$/)
    .optional(),
  CDN_PURGE_TOKEN: z.string().min(1).optional(),
  NEWSROOM_SECRET: z.string().min(32).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every(isNetwork), 'addresses or networks, commas between')
    .default([]),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  WORKER: z.enum(['on', 'off']).default('on'),
  PUBLICATION_CHECK_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEBSUB_HUB_URL: z.url({ protocol: /^https?$/ }).optional(),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, '8 to 128 Latin letters, digits and hyphens')
    .optional(),
  INDEXNOW_URL: z.url({ protocol: /^https?$/ }).default('https://api.indexnow.org/indexnow'),
  GOOGLE_SITE_VERIFICATION: z.optional(verificationCode),
  BING_SITE_VERIFICATION: z.optional(verificationCode),
})

// The words of examples, which attackers try first.
const defaultSecrets = (
  'password passwd secret changeme change-me change_me default example admin root postgres postgresql redis test ' +
  'token your-token 123456'
).split(' ')

// The value in .env.example, and repeated letters.
const isWeakSecret = (secret: string) => /change-?me/i.test(secret) || new Set(secret).size < 8

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** Whether a secret is guessable: a default one, or equal to the user's name on another machine. */
function isDefaultSecret(secret: string, user?: string, host = ''): boolean {
  if (defaultSecrets.includes(secret.toLowerCase())) return true
  return secret !== '' && secret === user && !loopback.test(host)
}

function hasDefaultPassword(url: string): boolean {
  const { username, password, hostname } = new URL(url)
  return isDefaultSecret(password, username, hostname)
}

/** The settings whose secret is a default one. Every setting that holds a secret belongs here. */
function listDefaultSecrets(given: z.infer<typeof settings>): string[] {
  const { DATABASE_URL, CACHE_URL, CDN_PURGE_TOKEN, NEWSROOM_SECRET, SMTP_URL } = given
  const usesDefaultSecret = {
    DATABASE_URL: DATABASE_URL !== undefined && hasDefaultPassword(DATABASE_URL),
    CACHE_URL: CACHE_URL !== undefined && hasDefaultPassword(CACHE_URL),
    CDN_PURGE_TOKEN: CDN_PURGE_TOKEN !== undefined && isDefaultSecret(CDN_PURGE_TOKEN),
    NEWSROOM_SECRET: NEWSROOM_SECRET !== undefined && isWeakSecret(NEWSROOM_SECRET),
    SMTP_URL: SMTP_URL !== undefined && hasDefaultPassword(SMTP_URL),
  }
  return Object.entries(usesDefaultSecret).flatMap(([name, isDefaultSecret]) =>
    isDefaultSecret ? [name] : [],
  )
}

function secretErrors(given: z.infer<typeof settings>): string[] {
  const errors = listDefaultSecrets(given).map(
    (name) => `${name}: its secret is one that everybody knows`,
  )
  const isMissing = given.CACHE_URL !== undefined && given.NEWSROOM_SECRET === undefined
  if (isMissing) errors.push('NEWSROOM_SECRET: instances that share CACHE_URL must share it')
  return errors
}

/** Settings that have another name since 2026-12, with the name they had before. */
const formerNames = {
  PAGE_CACHE_MEMORY_MB: 'PRESS_MEMORY_MB',
  PAGE_CACHE_DISK_MB: 'PRESS_DISK_MB',
  CDN_PURGE_URL: 'EDGE_PURGE_URL',
  CDN_PURGE_TOKEN: 'EDGE_PURGE_TOKEN',
  PUBLICATION_CHECK_URL: 'PROOF_URL',
}

type Source = Record<string, string | undefined>

/** The settings that `source` gives by a former name only, as [former name, name of today]. */
export const listFormerNames = (source: Source): [former: string, name: string][] =>
  Object.entries(formerNames)
    .filter(([name, former]) => source[former] && !source[name])
    .map(([name, former]) => [former, name])

export type Env = z.infer<typeof settings> & { siteUrl: string }

/**
 * Reads the settings, naming the faulty ones. A former name of a setting still counts where the name of today is not given.
 * @throws Error with one line per fault, for the operator's terminal.
 */
export function readEnv(source: Source): Env {
  const renamed = listFormerNames(source).map(([former, name]) => [name, source[former]])
  const given = Object.fromEntries(
    [...Object.entries(source), ...renamed].filter(([, value]) => value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Wrong settings (see .env.example):\n${errors.join('\n')}`)
  }
  const { NODE_ENV, SITE_URL, PORT } = parsed.data
  const errors = NODE_ENV === 'production' ? secretErrors(parsed.data) : []
  if (errors.length > 0) throw new Error(`Wrong settings (see .env.example):\n${errors.join('\n')}`)
  return { ...parsed.data, siteUrl: (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '') }
}

export const env = readEnv(process.env)
