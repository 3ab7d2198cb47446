import { repairedPaths } from '@/lib/urls/repaired-paths'
import { verifyBasePath } from '@/lib/urls/verify-address'
import { isSearch, type RequestAddress, readAddress } from '@/server/http/address'
import type { CachedPage } from '@/server/page-cache/cached-page'
import { type PageCache, RenderFailedError } from '@/server/page-cache/page-cache'
import { findQueryRedirect } from './query-redirects'
import { resolveRedirectChain } from './redirect-chain'

const queryOf = (target: string) => /\?([^#]*)/.exec(target)?.[1] ?? ''

/** The cached document of the canonical address, if there is one. */
async function findAtCanonical(pageCache: PageCache, path: string): Promise<CachedPage | null> {
  if (readAddress(path).kind !== 'document') return null
  try {
    return await pageCache.get(path)
  } catch (error) {
    // The redirect to the canonical address is right in any case, and needs no document.
    if (error instanceof RenderFailedError) return null
    throw error
  }
}

/**
 * The response to a request for an address in another spelling or with an old site's query: one redirect to where the
 * page is by now, or the error page of an address that leads nowhere, never a redirect to an error. Null where its
 * address, without the query, is the answer.
 */
export async function findRedirectPage(
  pageCache: PageCache,
  target: string,
  address: RequestAddress,
): Promise<CachedPage | null> {
  if ((address.kind !== 'document' && address.kind !== 'moved') || isSearch(address)) return null
  const queryRedirect = await findQueryRedirect(pageCache, address.path, queryOf(target))
  if (queryRedirect) return resolveRedirectChain(pageCache, queryRedirect)
  // A code is looked up at its canonical address only, where the rate limiter counts unknown codes.
  if (address.kind === 'document' || address.path.startsWith(verifyBasePath)) return null
  const page = await findAtCanonical(pageCache, address.path)
  if (!page || page.status === 200) return null
  if (page.status === 404) return (await findRepaired(pageCache, address.path)) ?? page
  return page.location === null ? page : resolveRedirectChain(pageCache, page)
}

/** A redirect from an unknown address to the page that was probably meant; null when there is none. */
export async function findRepaired(pageCache: PageCache, path: string): Promise<CachedPage | null> {
  for (const repaired of repairedPaths(path)) {
    const page = await findAtCanonical(pageCache, repaired)
    if (!page || page.status >= 400) continue
    const redirect = { ...page, status: 301, location: page.location ?? repaired }
    const resolved = await resolveRedirectChain(pageCache, redirect)
    if (resolved.location !== null) return resolved
  }
  return null
}

/** The final address: the canonical one, or the target of its redirects. */
export async function resolveLocation(pageCache: PageCache, target: string): Promise<string> {
  const address = readAddress(target)
  if (address.kind !== 'document' && address.kind !== 'moved') return target
  const redirect = await findRedirectPage(pageCache, target, { kind: 'moved', path: address.path })
  return redirect?.location ?? address.path
}
