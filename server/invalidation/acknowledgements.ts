import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { ListenConnection } from '@/server/database/listen-connection'

/** The name of a server's connection in pg_stat_activity once it receives every invalidation. */
export const listenerApplicationName = 'dainik press'

const defaultAckTimeoutMs = 1_000

/** The id of an acknowledgement request in a notification's payload; null for an invalidation. */
export const parseAckRequest = (payload: string): string | null =>
  (JSON.parse(payload) as { call?: string }).call ?? null

/** Acknowledges a request: every notification before it has been received. */
export function sendAck(connection: ListenConnection, call: string): void {
  // A broken connection is reported by its own events.
  connection.query(`SELECT pg_notify('dainik_heard', $1)`, [call]).catch(() => undefined)
}

/**
 * Asks every listening server to acknowledge all that is committed by now. Notifications arrive in the order of
 * commits, so a server that answers has received everything before.
 * @param connection connected
 * @returns true once all have answered, false when one has not within `patienceMs`
 * @throws the database's error
 */
export async function requestAcks(
  connection: ListenConnection,
  timeoutMs = defaultAckTimeoutMs,
): Promise<boolean> {
  const call = randomUUID()
  let acks = 0
  let present: number | null = null
  const all = Promise.withResolvers<boolean>()
  const onNotification = ({ channel, payload }: pg.Notification) => {
    if (channel !== 'dainik_heard' || payload !== call) return
    acks += 1
    if (present !== null && acks >= present) all.resolve(true)
  }
  connection.client.on('notification', onNotification)
  const timer = setTimeout(() => all.resolve(false), timeoutMs)
  try {
    await connection.query('LISTEN dainik_heard')
    const { rows } = await connection.query<{ present: number }>(
      `SELECT (SELECT count(*)::int FROM pg_stat_activity
               WHERE datname = current_database() AND application_name = $1) AS "present",
              pg_notify('dainik_tags', $2)`,
      [listenerApplicationName, JSON.stringify({ call })],
    )
    present = rows[0]?.present ?? 0
    if (acks >= present) all.resolve(true)
    return await all.promise
  } finally {
    clearTimeout(timer)
    connection.client.off('notification', onNotification)
  }
}
