import { maxAttempts } from '@/lib/newsroom/draft/working-copy'
import { randomId } from '../../random-id'

/** What the server must know of a text to tell one that is sent again from one that is outdated. */
export type SaveAttempt = { onVersion: number; attempt: string; earlier: string[] }

/** Saves that were sent and not answered, and the version of the working copy that what is written stands on. */
export class SaveAttempts {
  #version: number
  /** The newest first. */
  #names: string[] = []

  constructor(version: number) {
    this.#version = version
  }

  get version(): number {
    return this.#version
  }

  get names(): string[] {
    return this.#names
  }

  /** More than the server remembers: which of them was the last to arrive must be asked. */
  get isFull(): boolean {
    return this.#names.length >= maxAttempts
  }

  /** What the next save is sent under. */
  next(): SaveAttempt {
    return { onVersion: this.#version, attempt: randomId(), earlier: this.#names }
  }

  /** It is on its way, and may arrive without anybody hearing of it. */
  markSent({ attempt, earlier }: SaveAttempt): void {
    this.#names = [attempt, ...earlier].slice(0, maxAttempts)
  }

  /** A page that is gone sent the same text under these: what is written next contains it. */
  inherit(names: string[]): void {
    this.#names = [...names, ...this.#names].slice(0, maxAttempts)
  }

  /**
   * It arrived, and those before it no longer matter; one after it may be on its way.
   * @returns whether the copy is newer by it than what was known
   */
  confirm(copyVersion: number, attempt: string | undefined): boolean {
    const at = attempt === undefined ? -1 : this.#names.indexOf(attempt)
    if (at >= 0) this.#names = this.#names.slice(0, at)
    if (copyVersion < this.#version) return false
    this.#version = copyVersion
    return true
  }

  /** The server's attempt that came to its text is one of ours: we stand on what came of it. */
  resolveLatest(last: string | undefined, copyVersion: number): void {
    if (last !== undefined && this.#names.includes(last)) this.#version = copyVersion
    this.#names = []
  }

  /** What is here is the server's text of that version. */
  rebase(version: number): void {
    this.#version = version
    this.#names = []
  }

  /** What was sent was put aside: nothing of it comes to be the copy any more. */
  clear(): void {
    this.#names = []
  }
}
