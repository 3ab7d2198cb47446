/** A word that may be Bijoy, and what it then says. */
export type Doubt = { original: string; converted: string }

/** What waits for the writer, and what was answered already. */
export type Remembered = {
  doubts: Doubt[]
  /** Pieces that were set in a face of the Bijoy keyboard: only their paste said so. */
  faces: string[]
  /** Words that are what they seem. */
  kept: string[]
}

const nothing: Remembered = { doubts: [], faces: [], kept: [] }
const most = 200

const nameOf = (place: string) => `newsroom-bijoy:${place}`

/** The place of a line or of the body in a story, as answers are remembered by. */
export const storyBijoy = (articleId: number, field: string) => `${articleId}:${field}`

/** The place of a picture's words, wherever they are written. */
export const pictureBijoy = (imageId: number, field: string) => `picture-${imageId}:${field}`

function read(place: string): Remembered {
  try {
    return { ...nothing, ...JSON.parse(localStorage.getItem(nameOf(place)) ?? '{}') }
  } catch {
    // The browser remembers nothing, or what somebody else wrote: all is asked anew.
    return nothing
  }
}

function write(place: string, { doubts, faces, kept }: Remembered): void {
  try {
    if (doubts.length + faces.length + kept.length === 0) localStorage.removeItem(nameOf(place))
    else localStorage.setItem(nameOf(place), JSON.stringify({ doubts, faces, kept }))
  } catch {
    // No room, or none allowed: what is answered now is asked again when the page is loaded anew.
  }
}

const newest = <Each>(all: Each[]) => all.slice(-most)

/**
 * What this browser knows of the Bijoy in one place (a line, a body): words that wait for an answer survive the page,
 * and nothing is asked twice. The text itself is with the story.
 */
export class BijoyAnswers {
  readonly #place: string
  #known: Remembered | null = null
  #listeners = new Set<() => void>()

  constructor(place: string) {
    this.#place = place
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): Remembered => {
    this.#known ??= read(this.#place)
    return this.#known
  }

  /** These wait, and no others. */
  wait(waiting: Pick<Remembered, 'doubts' | 'faces'>): void {
    this.#set(waiting)
  }

  /** These are what they seem, and wait no longer. */
  keep(words: string[]): void {
    const { doubts, kept } = this.snapshot()
    this.#set({
      kept: [...kept.filter((word) => !words.includes(word)), ...words],
      doubts: doubts.filter(({ original }) => !words.includes(original)),
    })
  }

  #set(change: Partial<Remembered>): void {
    const { doubts, faces, kept } = { ...this.snapshot(), ...change }
    this.#known = { doubts: newest(doubts), faces: newest(faces), kept: newest(kept) }
    write(this.#place, this.#known)
    for (const listener of this.#listeners) listener()
  }
}
