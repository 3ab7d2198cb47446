import { gunzipSync } from 'node:zlib'
import { oldAddressesOf, type QueryShapes, readShapes } from '../lib/document/old-address'
import type { PressDocument } from './document'
import { movedPath, oldQueriesPath } from './own-paths'
import { NotMade, type Press } from './press'

const shapesOf = new WeakMap<PressDocument, QueryShapes>()

function shapesIn(document: PressDocument): QueryShapes {
  const known = shapesOf.get(document)
  if (known) return known
  const shapes = readShapes(JSON.parse(String(gunzipSync(document.bytes.gzip))) as string[])
  shapesOf.set(document, shapes)
  return shapes
}

const orNone = (error: unknown) => {
  if (error instanceof NotMade) return null
  throw error
}

/**
 * The redirect that was set for an old site's address with a query; null where there is none. The press knows which
 * paths had which parameters, as a document of its own, so that any other query costs nothing and is no address.
 */
export async function findOldQuery(
  press: Press,
  path: string,
  query: string,
): Promise<PressDocument | null> {
  if (query === '') return null
  const shapes = press.ready(oldQueriesPath) ?? (await press.get(oldQueriesPath).catch(orNone))
  if (shapes?.status !== 200) return null
  const addresses = oldAddressesOf(shapesIn(shapes), path, query)
  if (addresses.length === 0) return null
  const moved = await press.get(movedPath(addresses)).catch(orNone)
  return moved?.location != null ? moved : null
}
