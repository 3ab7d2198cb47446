import type { CachedPage } from '@/server/page-cache/cached-page'
import { type PageCache, RenderFailedError } from '@/server/page-cache/page-cache'
import { isSearch, type RequestAddress, readAddress } from './address'
import { findQueryRedirect } from './query-redirects'
import { resolveRedirectChain } from './redirect-chain'

const queryOf = (target: string) => /\?([^#]*)/.exec(target)?.[1] ?? ''

/** What is kept under the address in its one spelling, if that is a document that can be had. */
async function findAtCanonical(pageCache: PageCache, path: string): Promise<CachedPage | null> {
  if (readAddress(path).kind !== 'document') return null
  try {
    return await pageCache.get(path)
  } catch (error) {
    // The redirect to the one spelling is right all the same, and needs no document.
    if (error instanceof RenderFailedError) return null
    throw error
  }
}

/**
 * Where a request is led that asks for an address in another spelling or with an old site's query: in one hop to what
 * has moved from there. Null where its address, without the query, is the answer.
 */
export async function findRedirectPage(
  pageCache: PageCache,
  target: string,
  address: RequestAddress,
): Promise<CachedPage | null> {
  if ((address.kind !== 'document' && address.kind !== 'moved') || isSearch(address)) return null
  const queryRedirect = await findQueryRedirect(pageCache, address.path, queryOf(target))
  if (queryRedirect) return resolveRedirectChain(pageCache, queryRedirect)
  if (address.kind === 'document') return null
  const page = await findAtCanonical(pageCache, address.path)
  return page?.location != null ? resolveRedirectChain(pageCache, page) : null
}

/** Where an address is in the end: its one spelling, or where what stood there has moved. */
export async function resolveLocation(pageCache: PageCache, target: string): Promise<string> {
  const address = readAddress(target)
  if (address.kind !== 'document' && address.kind !== 'moved') return target
  const redirect = await findRedirectPage(pageCache, target, { kind: 'moved', path: address.path })
  return redirect?.location ?? address.path
}
