import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

export type Db = PrismaClient
/** The client or a transaction of it: what a query needs. */
export type DbSession = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>

// A reader must not hang on a database that does not answer (design.md: nothing hangs over 5 s).
const connectTimeoutMs = 3000
const statementTimeoutMs = 5000
const maxConnections = 8

/** A client on the database at `url`; the caller disconnects it. */
export function connectDb(url: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
  })
  return new PrismaClient({ adapter })
}

// The bundler may load this module more than once into one process; the pool is one.
const shared = globalThis as { __dainikDb?: PrismaClient }

/**
 * The paper's database.
 * @throws Error when DATABASE_URL is not set.
 */
export function db(): PrismaClient {
  if (!shared.__dainikDb) {
    if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
    shared.__dainikDb = connectDb(env.DATABASE_URL)
  }
  return shared.__dainikDb
}
