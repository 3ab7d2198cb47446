import { gunzipSync } from 'node:zlib'
import { matchLegacyAddresses, parseQueryShapes, type QueryShapes } from '@/lib/urls/legacy-address'
import { movedPath, redirectQueryShapesPath } from '@/server/http/internal-paths'
import type { CachedPage } from '@/server/page-cache/cached-page'
import { type PageCache, RenderFailedError } from '@/server/page-cache/page-cache'

const shapeCache = new WeakMap<CachedPage, QueryShapes>()

function shapesFrom(page: CachedPage): QueryShapes {
  const known = shapeCache.get(page)
  if (known) return known
  const shapes = parseQueryShapes(JSON.parse(String(gunzipSync(page.bytes.gzip))) as string[])
  shapeCache.set(page, shapes)
  return shapes
}

const nullIfRenderFailed = (error: unknown) => {
  if (error instanceof RenderFailedError) return null
  throw error
}

/**
 * The redirect of an old site's address with a query; null when there is none. A document of the server lists which
 * paths had which parameters, so any other query costs nothing and is no address.
 */
export async function findQueryRedirect(
  pageCache: PageCache,
  path: string,
  query: string,
): Promise<CachedPage | null> {
  if (query === '') return null
  const shapes =
    pageCache.findFresh(redirectQueryShapesPath) ??
    (await pageCache.get(redirectQueryShapesPath).catch(nullIfRenderFailed))
  if (shapes?.status !== 200) return null
  const addresses = matchLegacyAddresses(shapesFrom(shapes), path, query)
  if (addresses.length === 0) return null
  const redirect = await pageCache.get(movedPath(addresses)).catch(nullIfRenderFailed)
  return redirect?.location != null ? redirect : null
}
