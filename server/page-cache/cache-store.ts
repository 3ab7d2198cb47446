/** A store for cached pages beyond memory, or of other instances. Its loss costs time only. */
export type CacheStore = {
  /** The page's bytes, or null. Never throws and never waits long: a failing store counts as empty. */
  find: (key: string) => Promise<Buffer | null>
  /** Stores the bytes soon. */
  put: (key: string, bytes: Buffer) => void
  /** Removes the bytes soon: they are no valid page. */
  remove: (key: string) => void
}

/**
 * Several stores as one, read in order; a hit in a later one is not copied to the earlier.
 */
export function cacheStores(all: CacheStore[]): CacheStore {
  return {
    async find(key) {
      for (const store of all) {
        const bytes = await store.find(key)
        if (bytes) return bytes
      }
      return null
    },
    remove(key) {
      for (const store of all) store.remove(key)
    },
    put(key, bytes) {
      for (const store of all) store.put(key, bytes)
    },
  }
}
