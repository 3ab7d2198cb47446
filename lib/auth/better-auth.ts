import 'server-only'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { passwordLength } from './input'
import { newsroomSecret } from './newsroom-secret'

const day = 24 * 60 * 60

/** The lifetime of a session. Activity does not extend it. */
const sessionSeconds = 30 * day

/** The code with which the library answers in our name. */
export const blockedCode = 'BLOCKED'

/** The last check before a session is created, for every way of signing in. */
async function rejectBlockedUser({ userId }: { userId: string }): Promise<void> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { banned: true } })
  if (!user || user.banned) throw new APIError('FORBIDDEN', { code: blockedCode })
}

function createAuth() {
  return betterAuth({
    appName: 'Dainik',
    baseURL: env.siteUrl,
    secret: newsroomSecret(),
    database: prismaAdapter(db(), { provider: 'postgresql' }),
    // The library's limits only guard its HTTP handler, which is not served. The limits in use are in limits.ts.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    databaseHooks: { session: { create: { before: rejectBlockedUser } } },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        banned: { type: 'boolean', input: false },
      },
    },
    plugins: [twoFactor({ issuer: new URL(env.siteUrl).host, accountLockout: { enabled: true } })],
    advanced: { cookiePrefix: 'dainik', useSecureCookies: env.siteUrl.startsWith('https:') },
    telemetry: { enabled: false },
  })
}

// The bundler may load this module more than once into one process.
const shared = globalThis as { __dainikAuth?: ReturnType<typeof createAuth> }

/**
 * The library that keeps accounts, passwords, sessions and two-step keys. Made when first asked, so that a build needs no
 * database. Only lib/auth speaks to it: its HTTP handler is not served, so that every change of an account is a command.
 */
export function getBetterAuth(): ReturnType<typeof createAuth> {
  shared.__dainikAuth ??= createAuth()
  return shared.__dainikAuth
}
