import { createStore, delMany, entries, set } from 'idb-keyval'

/** A file that somebody was sending, as the browser keeps it until it is taken. */
type PendingUpload = { file: File; at: number }

// The server forgets in a day as well.
const maxAgeMs = 24 * 60 * 60_000

const openStore = (userId: string) => createStore(`dainik-uploads-${userId}`, 'files')

/** A browser that keeps nothing (private, full) sends all the same: only a page loaded anew has to choose again. */
const withFallback = async <Result>(work: () => Promise<Result>, fallback: Result) => {
  try {
    return await work()
  } catch {
    return fallback
  }
}

/** Keeps a file of that person's until it is forgotten. */
export const savePendingUpload = (userId: string, key: string, file: File) =>
  withFallback<void>(() => set(key, { file, at: Date.now() }, openStore(userId)), undefined)

export const removePendingUploads = (userId: string, keys: string[]) =>
  withFallback<void>(() => delMany(keys, openStore(userId)), undefined)

/** What that person was sending from this browser when the page went away. */
export async function listPendingUploads(userId: string): Promise<[key: string, file: File][]> {
  const all = await withFallback(() => entries<string, PendingUpload>(openStore(userId)), [])
  const isOld = ([, { at }]: [string, PendingUpload]) => Date.now() - at > maxAgeMs
  await removePendingUploads(
    userId,
    all.filter(isOld).map(([key]) => key),
  )
  return all.filter((one) => !isOld(one)).map(([key, { file }]) => [key, file])
}
