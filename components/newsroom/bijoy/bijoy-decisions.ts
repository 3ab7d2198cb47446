/** A word that may be Bijoy, and what it then says. */
export type AmbiguousWord = { original: string; converted: string }

/** What waits for the writer, and what was answered already. */
export type BijoyDecisions = {
  doubts: AmbiguousWord[]
  /** Pieces that were set in a face of the Bijoy keyboard: only their paste said so. */
  faces: string[]
  /** Words that are what they seem. */
  kept: string[]
}

const noDecisions: BijoyDecisions = { doubts: [], faces: [], kept: [] }
const maxStored = 200

const storageName = (storageKey: string) => `newsroom-bijoy:${storageKey}`

/** The place of a line or of the body in a story, as answers are remembered by. */
export const storyBijoyKey = (articleId: number, field: string) => `${articleId}:${field}`

/** The place of a picture's words, wherever they are written. */
export const pictureBijoyKey = (imageId: number, field: string) => `picture-${imageId}:${field}`

function read(storageKey: string): BijoyDecisions {
  try {
    return { ...noDecisions, ...JSON.parse(localStorage.getItem(storageName(storageKey)) ?? '{}') }
  } catch {
    // The browser remembers nothing, or what somebody else wrote: all is asked anew.
    return noDecisions
  }
}

function write(storageKey: string, { doubts, faces, kept }: BijoyDecisions): void {
  try {
    if (doubts.length + faces.length + kept.length === 0)
      localStorage.removeItem(storageName(storageKey))
    else localStorage.setItem(storageName(storageKey), JSON.stringify({ doubts, faces, kept }))
  } catch {
    // No room, or none allowed: what is answered now is asked again when the page is loaded anew.
  }
}

const newest = <Each>(all: Each[]) => all.slice(-maxStored)

/**
 * What this browser knows of the Bijoy in one place (a line, a body): words that wait for an answer survive the page,
 * and nothing is asked twice. The text itself is with the story.
 */
export class BijoyDecisionStore {
  readonly #storageKey: string
  #known: BijoyDecisions | null = null
  #listeners = new Set<() => void>()

  constructor(storageKey: string) {
    this.#storageKey = storageKey
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): BijoyDecisions => {
    this.#known ??= read(this.#storageKey)
    return this.#known
  }

  /** These wait, and no others. */
  setPending(pending: Pick<BijoyDecisions, 'doubts' | 'faces'>): void {
    this.#set(pending)
  }

  /** These are what they seem, and wait no longer. */
  keepAsTyped(words: string[]): void {
    const { doubts, kept } = this.snapshot()
    this.#set({
      kept: [...kept.filter((word) => !words.includes(word)), ...words],
      doubts: doubts.filter(({ original }) => !words.includes(original)),
    })
  }

  #set(change: Partial<BijoyDecisions>): void {
    const { doubts, faces, kept } = { ...this.snapshot(), ...change }
    this.#known = { doubts: newest(doubts), faces: newest(faces), kept: newest(kept) }
    write(this.#storageKey, this.#known)
    for (const listener of this.#listeners) listener()
  }
}
