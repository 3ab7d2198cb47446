import { maxAttempts } from '@/lib/newsroom/draft/working-copy'
import { randomId } from '../../random-id'

/** The data by which the server distinguishes a text that is sent again from an outdated one. */
export type SaveAttempt = { onVersion: number; attempt: string; earlier: string[] }

/** The saves without a response, and the version of the working copy that the text is based on. */
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

  /** More attempts than the server remembers: the last one to arrive must be requested. */
  get isFull(): boolean {
    return this.#names.length >= maxAttempts
  }

  /** The name of the next save. */
  next(): SaveAttempt {
    return { onVersion: this.#version, attempt: randomId(), earlier: this.#names }
  }

  /** The save is in transit and may arrive without a response. */
  markSent({ attempt, earlier }: SaveAttempt): void {
    this.#names = [attempt, ...earlier].slice(0, maxAttempts)
  }

  /** A closed page sent the same text under these names: the next text contains it. */
  inherit(names: string[]): void {
    this.#names = [...names, ...this.#names].slice(0, maxAttempts)
  }

  /**
   * The attempt arrived, and earlier ones no longer matter. A later one may be in transit.
   * @returns whether it makes the copy newer than the known version
   */
  confirm(copyVersion: number, attempt: string | undefined): boolean {
    const at = attempt === undefined ? -1 : this.#names.indexOf(attempt)
    if (at >= 0) this.#names = this.#names.slice(0, at)
    if (copyVersion < this.#version) return false
    this.#version = copyVersion
    return true
  }

  /** The server's text comes from one of our attempts: the next save is based on it. */
  resolveLatest(last: string | undefined, copyVersion: number): void {
    if (last !== undefined && this.#names.includes(last)) this.#version = copyVersion
    this.#names = []
  }

  /** The text here is the server's text of that version. */
  rebase(version: number): void {
    this.#version = version
    this.#names = []
  }

  /** The sent text became a conflict copy: no attempt can still become the working copy. */
  clear(): void {
    this.#names = []
  }
}
