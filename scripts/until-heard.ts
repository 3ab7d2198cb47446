import { Line } from '../press/line'
import { callRoll } from '../press/roll-call'
import { complain } from './terminal'

async function areAllTold(url: string): Promise<boolean> {
  const line = new Line({ connectionString: url, connectionTimeoutMillis: 2_000 })
  // A connection that breaks fails what waits on it.
  line.client.on('error', () => {})
  try {
    await line.client.connect()
    return await callRoll(line)
  } catch {
    // The change is made; whether it was heard cannot be said.
    return false
  } finally {
    await line.client.end()
  }
}

/**
 * Returns when every server of the paper has heard of all that is committed by now, so that the next reader gets it;
 * tells the operator when one did not say so within a second.
 */
export async function untilHeard(url: string): Promise<void> {
  if (await areAllTold(url)) return
  complain('take note: a server has not heard of it yet; its readers see the change in a moment')
}
