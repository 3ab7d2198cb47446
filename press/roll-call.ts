import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Line } from './line'

/** By this name a press's line stands in pg_stat_activity, once it hears of every change. */
export const listenerName = 'dainik press'

const usualPatienceMs = 1_000

/** The call that the payload of a notification is; null for news. */
export const callIn = (payload: string): string | null =>
  (JSON.parse(payload) as { call?: string }).call ?? null

/** Answers a call: all that was announced before it has been heard. */
export function answerCall(line: Line, call: string): void {
  // A line that breaks now is told of by its own events, and is waited for no longer than others.
  line.query(`SELECT pg_notify('dainik_heard', $1)`, [call]).catch(() => undefined)
}

/**
 * Asks every press that listens whether it has heard of all that is committed by now. Notifications come in the order
 * of commits, so a press that answers has.
 * @param line connected
 * @returns true once all have answered, false when one has not within `patienceMs`
 * @throws what the database says
 */
export async function callRoll(line: Line, patienceMs = usualPatienceMs): Promise<boolean> {
  const call = randomUUID()
  let answers = 0
  let present: number | null = null
  const all = Promise.withResolvers<boolean>()
  const hear = ({ channel, payload }: pg.Notification) => {
    if (channel !== 'dainik_heard' || payload !== call) return
    answers += 1
    if (present !== null && answers >= present) all.resolve(true)
  }
  line.client.on('notification', hear)
  const timer = setTimeout(() => all.resolve(false), patienceMs)
  try {
    await line.query('LISTEN dainik_heard')
    const { rows } = await line.query<{ present: number }>(
      `SELECT (SELECT count(*)::int FROM pg_stat_activity
               WHERE datname = current_database() AND application_name = $1) AS "present",
              pg_notify('dainik_tags', $2)`,
      [listenerName, JSON.stringify({ call })],
    )
    present = rows[0]?.present ?? 0
    if (answers >= present) all.resolve(true)
    return await all.promise
  } finally {
    clearTimeout(timer)
    line.client.off('notification', hear)
  }
}
