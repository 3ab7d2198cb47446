import { createStore, delMany, entries, set } from 'idb-keyval'

/** A file that somebody was sending, as the browser keeps it until it is taken. */
type Kept = { file: File; at: number }

// The server forgets in a day as well.
const lifeMs = 24 * 60 * 60_000

const storeOf = (personId: string) => createStore(`dainik-uploads-${personId}`, 'files')

/** A browser that keeps nothing (private, full) sends all the same: only a page loaded anew has to choose again. */
const unlessRefused = async <Answer>(work: () => Promise<Answer>, otherwise: Answer) => {
  try {
    return await work()
  } catch {
    return otherwise
  }
}

/** Keeps a file of that person's until it is forgotten. */
export const keepSent = (personId: string, key: string, file: File) =>
  unlessRefused<void>(() => set(key, { file, at: Date.now() }, storeOf(personId)), undefined)

export const forgetSent = (personId: string, keys: string[]) =>
  unlessRefused<void>(() => delMany(keys, storeOf(personId)), undefined)

/** What that person was sending from this browser when the page went away. */
export async function listSent(personId: string): Promise<[key: string, file: File][]> {
  const all = await unlessRefused(() => entries<string, Kept>(storeOf(personId)), [])
  const isOld = ([, { at }]: [string, Kept]) => Date.now() - at > lifeMs
  await forgetSent(
    personId,
    all.filter(isOld).map(([key]) => key),
  )
  return all.filter((one) => !isOld(one)).map(([key, { file }]) => [key, file])
}
