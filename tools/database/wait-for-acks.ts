import { ListenConnection } from '../../server/database/listen-connection'
import { requestAcks } from '../../server/invalidation/acknowledgements'
import { warn } from '../terminal/terminal'

async function haveAllAcked(url: string): Promise<boolean> {
  const connection = new ListenConnection({ connectionString: url, connectionTimeoutMillis: 2_000 })
  // A connection that breaks fails what waits on it.
  connection.client.on('error', () => {})
  try {
    await connection.client.connect()
    return await requestAcks(connection)
  } catch {
    // The change is committed; whether the servers know it is unknown.
    return false
  } finally {
    await connection.client.end()
  }
}

/**
 * Returns when every server of the paper has acknowledged all that is committed by now, so that the next request gets
 * it; warns the operator when one did not acknowledge within a second.
 */
export async function waitForAcks(url: string): Promise<void> {
  if (await haveAllAcked(url)) return
  warn('take note: a server has not heard of it yet; its readers see the change in a moment')
}
