/** Where documents lie that memory has no room for, or that other instances made. Losing it loses nothing but time. */
export type CacheStore = {
  /** The cached page's bytes, or null. Never throws and never waits long: a store that fails counts as empty. */
  find: (key: string) => Promise<Buffer | null>
  /** Puts the bytes there, some time soon. */
  put: (key: string, bytes: Buffer) => void
  /** Removes the bytes, some time soon: they are no page. */
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
