import { z } from 'zod'

/** Every setting of the installation; `.env.example` says each in a line. Nothing else reads `process.env`. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DAINIK_DATA_DIR: z.string().min(1).default('.data'),
  PRESS_MEMORY_MB: z.coerce.number().int().min(8).max(65536).default(128),
  PRESS_DISK_MB: z.coerce.number().int().min(0).max(1048576).default(1024),
  CACHE_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  EDGE_PURGE_URL: z
    .string()
    .regex(/^(?:https?:\/\/[^\s,]+(?:\s*,\s*https?:\/\/[^\s,]+)*|(?:cloudflare|fastly):\/\/\w+)$/)
    .optional(),
  EDGE_PURGE_TOKEN: z.string().min(1).optional(),
})

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
  const { SITE_URL, PORT } = parsed.data
  return { ...parsed.data, siteUrl: (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '') }
}

export const env = readEnv(process.env)
