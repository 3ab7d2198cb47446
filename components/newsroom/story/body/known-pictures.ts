import { ask } from '@/components/newsroom/story/ask'
import type { Picture } from '@/lib/articles/article'

/**
 * The pictures that a form has met. What it does not know (a picture block pasted from another story) it asks for, once;
 * null is one that the archive does not have.
 */
export class KnownPictures {
  #pictures = new Map<number, Picture | null>()
  #asked = new Set<number>()
  #listeners = new Set<() => void>()

  constructor(pictures: Picture[]) {
    for (const picture of pictures) this.#pictures.set(picture.id, picture)
  }

  /** Undefined while nobody knows. */
  find = (id: number): Picture | null | undefined => {
    if (!this.#pictures.has(id)) this.#ask(id)
    return this.#pictures.get(id)
  }

  add = (pictures: Picture[]): void => {
    for (const picture of pictures) this.#pictures.set(picture.id, picture)
    this.#tell()
  }

  all = (): Picture[] => [...this.#pictures.values()].filter((picture) => !!picture)

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell() {
    for (const listener of this.#listeners) listener()
  }

  async #ask(id: number) {
    if (this.#asked.has(id)) return
    this.#asked.add(id)
    const answer = await ask<Picture[]>(`pictures?id=${id}`)
    if (answer.ok) this.#pictures.set(id, answer.value[0] ?? null)
    // Without a line it is asked for again when it is next looked at.
    else this.#asked.delete(id)
    this.#tell()
  }
}
