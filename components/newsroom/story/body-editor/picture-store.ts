import { callEditorApi } from '@/components/newsroom/story/editor-api'
import type { Picture } from '@/lib/content-model/article'

/**
 * The pictures that a form has met. What it does not know (a picture block pasted from another story) it asks for, once;
 * null is one that the archive does not have.
 */
export class PictureStore {
  #pictures = new Map<number, Picture | null>()
  #requested = new Set<number>()
  #listeners = new Set<() => void>()

  constructor(pictures: Picture[]) {
    for (const picture of pictures) this.#pictures.set(picture.id, picture)
  }

  /** Undefined while it is loading. */
  find = (id: number): Picture | null | undefined => {
    if (!this.#pictures.has(id)) this.#fetch(id)
    return this.#pictures.get(id)
  }

  add = (pictures: Picture[]): void => {
    for (const picture of pictures) this.#pictures.set(picture.id, picture)
    this.#notify()
  }

  all = (): Picture[] => [...this.#pictures.values()].filter((picture) => !!picture)

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #notify() {
    for (const listener of this.#listeners) listener()
  }

  async #fetch(id: number) {
    if (this.#requested.has(id)) return
    this.#requested.add(id)
    const result = await callEditorApi<Picture[]>(`pictures?id=${id}`)
    if (result.ok) this.#pictures.set(id, result.value[0] ?? null)
    // Without a network it is requested again at the next access.
    else this.#requested.delete(id)
    this.#notify()
  }
}
