/** A word that may be Bijoy, and its conversion. */
export type AmbiguousWord = { original: string; converted: string }

/** The words that await the writer's answer, and the answered ones. */
export type BijoyDecisions = {
  doubts: AmbiguousWord[]
  /** Text that was pasted in a Bijoy font. Only the paste carried that information. */
  faces: string[]
  /** Words that are not Bijoy. */
  kept: string[]
}

const noDecisions: BijoyDecisions = { doubts: [], faces: [], kept: [] }
const maxStored = 200

const storageName = (storageKey: string) => `newsroom-bijoy:${storageKey}`

/** The storage key for answers about a line or the body of a story. */
export const storyBijoyKey = (articleId: number, field: string) => `${articleId}:${field}`

/** The storage key for answers about a picture's texts, in every form that edits them. */
export const pictureBijoyKey = (imageId: number, field: string) => `picture-${imageId}:${field}`

function read(storageKey: string): BijoyDecisions {
  try {
    return { ...noDecisions, ...JSON.parse(localStorage.getItem(storageName(storageKey)) ?? '{}') }
  } catch {
    // Nothing is stored, or the stored value is invalid: the writer is asked again.
    return noDecisions
  }
}

function write(storageKey: string, { doubts, faces, kept }: BijoyDecisions): void {
  try {
    if (doubts.length + faces.length + kept.length === 0)
      localStorage.removeItem(storageName(storageKey))
    else localStorage.setItem(storageName(storageKey), JSON.stringify({ doubts, faces, kept }))
  } catch {
    // Storage is full or forbidden: the writer is asked again after a reload.
  }
}

const newest = <Each>(all: Each[]) => all.slice(-maxStored)

/**
 * This browser's decisions on Bijoy text in one place (a line, a body): pending words survive a reload, and nothing
 * is asked twice. The text itself is in the story.
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

  /** Sets the words that await an answer. */
  setPending(pending: Pick<BijoyDecisions, 'doubts' | 'faces'>): void {
    this.#set(pending)
  }

  /** Stores that these words are not Bijoy. They no longer await an answer. */
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
