import pg from 'pg'

type SmallPoolOptions = {
  url: string
  /** Lines to the database at once. */
  max: number
  connectTimeoutMs: number
  queryTimeoutMs: number
}

/** The server's own few lines to the database, for what it asks now and then: none is held open in between. */
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
  // A line that breaks while nothing is asked harms nothing; the next statement takes a new one.
  pool.on('error', () => {})
  return pool
}
