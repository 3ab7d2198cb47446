import pg from 'pg'

type SmallPoolOptions = {
  url: string
  /** The most connections at once. */
  max: number
  connectTimeoutMs: number
  queryTimeoutMs: number
}

/** The server's own small connection pool, for occasional queries; it keeps no idle connection open. */
export function smallPool({
  url,
  max,
  connectTimeoutMs,
  queryTimeoutMs,
}: SmallPoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 1_000,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    statement_timeout: queryTimeoutMs,
  })
  // An idle connection that breaks is replaced at the next query.
  pool.on('error', () => {})
  return pool
}
