import { z } from 'zod'

/** An address, or a network: 10.0.0.0/8. */
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
const isNetwork = (text: string) => network.safeParse(text).success

/** What a search engine gives a site's owner to show on the front page. */
const siteMark = z.string().regex(/^[\w-]{8,100}$/, 'the content of the tag, not the tag')

/** Every setting of the installation; `.env.example` says each in a line. Nothing else reads `process.env`. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DAINIK_DATA_DIR: z.string().min(1).default('.data'),
  PRESS_MEMORY_MB: z.coerce.number().int().min(0).max(65536).default(64),
  PRESS_DISK_MB: z.coerce.number().int().min(0).max(1048576).default(1024),
  CACHE_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  EDGE_PURGE_URL: z
    .string()
    .regex(/^(?:https?:\/\/[^\s,]+(?:\s*,\s*https?:\/\/[^\s,]+)*|(?:cloudflare|fastly):\/\/\w+)$/)
    .optional(),
  EDGE_PURGE_TOKEN: z.string().min(1).optional(),
  NEWSROOM_SECRET: z.string().min(32).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every(isNetwork), 'addresses or networks, commas between')
    .default([]),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  WORKER: z.enum(['on', 'off']).default('on'),
  PROOF_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEBSUB_HUB_URL: z.url({ protocol: /^https?$/ }).optional(),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, '8 to 128 Latin letters, digits and hyphens')
    .optional(),
  INDEXNOW_URL: z.url({ protocol: /^https?$/ }).default('https://api.indexnow.org/indexnow'),
  GOOGLE_SITE_VERIFICATION: z.optional(siteMark),
  BING_SITE_VERIFICATION: z.optional(siteMark),
})

// What stands in examples and is tried first by everybody.
const openSecrets = [
  ...['password', 'passwd', 'secret', 'changeme', 'change-me', 'change_me', 'default', 'example'],
  ...['admin', 'root', 'postgres', 'postgresql', 'redis', 'test', 'token', 'your-token', '123456'],
]

// The line of .env.example, and what is one letter forty times over.
const isNoSecret = (secret: string) => /change-?me/i.test(secret) || new Set(secret).size < 8

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** Whether a stranger knows it. Beside a user's name the same word is no secret, save on the machine itself. */
function isOpen(secret: string, user?: string, host = ''): boolean {
  if (openSecrets.includes(secret.toLowerCase())) return true
  return secret !== '' && secret === user && !loopback.test(host)
}

function hasOpenPassword(url: string): boolean {
  const { username, password, hostname } = new URL(url)
  return isOpen(password, username, hostname)
}

/** The settings whose secret is a default one. Every setting that holds a secret belongs here. */
function listOpenSecrets(given: z.infer<typeof settings>): string[] {
  const { DATABASE_URL, CACHE_URL, EDGE_PURGE_TOKEN, NEWSROOM_SECRET, SMTP_URL } = given
  const isOpenIn = {
    DATABASE_URL: DATABASE_URL !== undefined && hasOpenPassword(DATABASE_URL),
    CACHE_URL: CACHE_URL !== undefined && hasOpenPassword(CACHE_URL),
    EDGE_PURGE_TOKEN: EDGE_PURGE_TOKEN !== undefined && isOpen(EDGE_PURGE_TOKEN),
    NEWSROOM_SECRET: NEWSROOM_SECRET !== undefined && isNoSecret(NEWSROOM_SECRET),
    SMTP_URL: SMTP_URL !== undefined && hasOpenPassword(SMTP_URL),
  }
  return Object.entries(isOpenIn).flatMap(([name, isOpen]) => (isOpen ? [name] : []))
}

function faultsOfSecrets(given: z.infer<typeof settings>): string[] {
  const faults = listOpenSecrets(given).map(
    (name) => `${name}: its secret is one that everybody knows`,
  )
  const isMissing = given.CACHE_URL !== undefined && given.NEWSROOM_SECRET === undefined
  if (isMissing) faults.push('NEWSROOM_SECRET: instances that share CACHE_URL must share it')
  return faults
}

export type Env = z.infer<typeof settings> & { siteUrl: string }

/**
 * Reads the settings, naming the faulty ones.
 * @throws Error with one line per fault, for the operator's terminal.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Wrong settings (see .env.example):\n${faults.join('\n')}`)
  }
  const { NODE_ENV, SITE_URL, PORT } = parsed.data
  const faults = NODE_ENV === 'production' ? faultsOfSecrets(parsed.data) : []
  if (faults.length > 0) throw new Error(`Wrong settings (see .env.example):\n${faults.join('\n')}`)
  return { ...parsed.data, siteUrl: (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '') }
}

export const env = readEnv(process.env)
