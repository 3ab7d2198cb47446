import { createStore, delMany, entries, set } from 'idb-keyval'

/** An unfinished upload, stored in the browser until the server has accepted it. */
type PendingUpload = { file: File; at: number }

// The server also expires uploads after a day.
const maxAgeMs = 24 * 60 * 60_000

const openStore = (userId: string) => createStore(`dainik-uploads-${userId}`, 'files')

/** A browser without storage (private, full) uploads too, but after a reload the files must be chosen again. */
const withFallback = async <Result>(work: () => Promise<Result>, fallback: Result) => {
  try {
    return await work()
  } catch {
    return fallback
  }
}

/** Stores a file of that user until it is removed. */
export const savePendingUpload = (userId: string, key: string, file: File) =>
  withFallback<void>(() => set(key, { file, at: Date.now() }, openStore(userId)), undefined)

export const removePendingUploads = (userId: string, keys: string[]) =>
  withFallback<void>(() => delMany(keys, openStore(userId)), undefined)

/** The user's uploads that were unfinished when the page was closed. */
export async function listPendingUploads(userId: string): Promise<[key: string, file: File][]> {
  const all = await withFallback(() => entries<string, PendingUpload>(openStore(userId)), [])
  const isOld = ([, { at }]: [string, PendingUpload]) => Date.now() - at > maxAgeMs
  await removePendingUploads(
    userId,
    all.filter(isOld).map(([key]) => key),
  )
  return all.filter((one) => !isOld(one)).map(([key, { file }]) => [key, file])
}
