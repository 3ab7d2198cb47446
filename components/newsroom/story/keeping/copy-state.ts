import { isSameContent } from '@/lib/newsroom/content'
import type { OpenStory, StoryState } from '@/lib/newsroom/working-copy'
import { Attempts } from './attempts'
import type { Keeping } from './keeping'
import type { Refused } from './line'

const unopened = {
  ...{ isWriting: false, isOpen: false, isDirty: false, isSending: false, isKept: true },
  ...{ trouble: null, parkedId: null },
}

/**
 * What is known in one tab of a story's working copy: what the page shows, and what the next save stands on. Here it is
 * decided what an answer of the server changes of it; nothing here asks for one.
 */
export class CopyState {
  readonly attempts: Attempts
  readonly #tab: string
  readonly #listeners = new Set<() => void>()
  #keeping: Keeping
  /** Where the pen was when it was last anywhere: a page that is gone has it no longer after a moment. */
  #penSeen: string | null
  #round = 0

  constructor(tab: string, { state, content }: Pick<OpenStory, 'state' | 'content'>) {
    this.#tab = tab
    this.attempts = new Attempts(state.copyVersion)
    this.#penSeen = state.pen?.tab ?? null
    this.#keeping = { state, content, ...unopened }
  }

  get keeping(): Keeping {
    return this.#keeping
  }

  get penSeen(): string | null {
    return this.#penSeen
  }

  /** Counts answers that say what the copy is: an older look at it is then worth nothing. */
  get round(): number {
    return this.#round
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<Keeping>): void {
    this.#keeping = { ...this.#keeping, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** The server has answered, and what this machine kept has been sent. */
  open({ pen }: StoryState): void {
    this.#penSeen = pen?.tab ?? null
    this.set({ isOpen: true, trouble: this.#keeping.isDirty ? this.#keeping.trouble : null })
  }

  /** The server's text, unless something was typed that it does not know. */
  take({ state, content }: OpenStory): void {
    const { isDirty } = this.#keeping
    this.#round++
    this.stand(state)
    if (isDirty) return
    this.attempts.standOn(state.copyVersion)
    if (!isSameContent(content, this.#keeping.content)) this.set({ content })
  }

  /** Answers whether the pen is here. */
  stand(state: StoryState): boolean {
    const isWriting = state.pen?.tab === this.#tab
    if (state.pen) this.#penSeen = state.pen.tab
    this.set({ state, isWriting })
    return isWriting
  }

  /** A save was answered, whatever the answer. */
  answered(): void {
    this.#round++
    this.set({ isSending: false })
  }

  /** The server has what was sent under this attempt; answers what that changes. */
  arrived(
    { copyVersion, savedAt }: { copyVersion: number; savedAt: Date },
    attempt: string | undefined,
  ): Partial<Keeping> {
    if (!this.attempts.arrived(copyVersion, attempt)) return {}
    return { state: { ...this.#keeping.state, copyVersion, savedAt, isChanged: true } }
  }

  refuse({ reason }: Refused): void {
    this.set({ trouble: reason === 'notSignedIn' ? 'signedOut' : reason })
  }

  /** Nothing was said: no line, no server. */
  miss(): void {
    this.set({ trouble: 'offline' })
  }

  /** A text that the server does not take is not sent again until it is another. */
  get isWorthSending(): boolean {
    const { trouble } = this.#keeping
    return trouble === null || trouble === 'offline' || trouble === 'signedOut'
  }
}
