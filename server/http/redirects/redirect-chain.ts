import { readAddress } from '@/server/http/address'
import { notFoundPath } from '@/server/http/internal-paths'
import type { CachedPage } from '@/server/page-cache/cached-page'
import { type PageCache, RenderFailedError } from '@/server/page-cache/page-cache'

/** The path of the document that a redirect leads to; null when the target is no document. */
function pagePathAt(location: string): string | null {
  const address = readAddress(location)
  if (address.kind === 'document') return address.path
  // Another spelling of an address.
  if (address.kind !== 'moved') return null
  const canonical = readAddress(address.path)
  return canonical.kind === 'document' ? canonical.path : null
}

const union = (some: string[], others: string[]) => [...new Set([...some, ...others])]

/** The answer, valid no longer than `other` is. */
const withDependenciesOf = (resolved: CachedPage, other: CachedPage): CachedPage => ({
  ...resolved,
  ownTags: union(resolved.ownTags, other.ownTags),
  listTags: union(resolved.listTags, other.listTags),
  staleAt: Math.min(resolved.staleAt, other.staleAt),
  ownStaleAt: Math.min(resolved.ownStaleAt, other.ownStaleAt),
  madeAt: Math.min(resolved.madeAt, other.madeAt),
  tagVersion: Math.min(resolved.tagVersion, other.tagVersion),
})

function nextHop(resolved: CachedPage, path: string, target: CachedPage): CachedPage {
  const { location, status } = target
  if (location !== null) {
    return withDependenciesOf(
      { ...resolved, location, status: Math.max(resolved.status, status) },
      target,
    )
  }
  return status === 200
    ? withDependenciesOf({ ...resolved, location: path }, target)
    : withDependenciesOf(target, resolved)
}

const nullIfRenderFailed = (error: unknown) => {
  if (error instanceof RenderFailedError) return null
  throw error
}

/**
 * A redirect in one hop, to the last target, however often it has moved since. It is permanent (301) only if every
 * step is. A target that is gone answers with its own page, and a loop is not found. The answer depends on every
 * step; only the steps are cached.
 */
export async function resolveRedirectChain(
  pageCache: PageCache,
  redirect: CachedPage,
): Promise<CachedPage> {
  const visited = new Set<string>()
  let resolved = redirect
  while (resolved.location !== null) {
    const path = pagePathAt(resolved.location)
    if (path === null) return resolved
    if (visited.has(path)) return withDependenciesOf(await pageCache.get(notFoundPath), resolved)
    visited.add(path)
    const target = await pageCache.get(path).catch(nullIfRenderFailed)
    if (!target) return { ...resolved, location: path }
    resolved = nextHop(resolved, path, target)
    if (target.location === null) return resolved
  }
  return resolved
}
