import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

export type Db = PrismaClient
/** The client or a transaction of it. */
export type QueryClient = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>
declare const inTransaction: unique symbol
/**
 * The client of a transaction. Only `runTransaction` creates one, so that the plain client does not compile in its
 * place.
 */
export type TransactionClient = QueryClient & { readonly [inTransaction]: true }

// No reader waits longer than 5 s for a database that does not answer. The server's own limit does not help when the
// server hangs, so the client has one as well.
const readerTimeouts = { statement_timeout: 4_000, query_timeout: 4_000 }
const connectTimeoutMs = 3_000
const maxConnections = 8

/**
 * A client on the database at `url`; the caller disconnects it. @param isForReaders aborts statements after 4 s
 */
export function connectDb(url: string, { isForReaders = false } = {}): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    // The adapter writes and reads instants without their offset, as UTC.
    options: '-c TimeZone=UTC',
    ...(isForReaders ? readerTimeouts : {}),
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
    shared.__dainikDb = connectDb(env.DATABASE_URL, { isForReaders: true })
  }
  return shared.__dainikDb
}
