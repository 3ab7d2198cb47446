import type { StoryContent } from '@/lib/newsroom/content'
import type { CopyState } from './copy-state'
import type { Keeping } from './keeping'
import type { Line } from './line'
import type { Looking } from './looking'
import type { Pace } from './pace'
import type { Shelf } from './shelf'

type Parts = {
  state: CopyState
  line: Line
  shelf: Shelf
  pace: Pace
  looking: Looking
}

/** Brings what was typed to the server: after a pause, one save at a time, and again while nobody answers. */
export class Sending {
  readonly #parts: Parts
  #underWay: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRunning = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    this.#isRunning = true
  }

  /** What is under way comes to its end; nothing more is begun by itself. */
  stop(): void {
    this.#isRunning = false
    clearTimeout(this.#timer)
  }

  /** The save that is under way. */
  get underWay(): Promise<void> | null {
    return this.#underWay
  }

  soon(): void {
    clearTimeout(this.#timer)
    if (!this.#isRunning) return
    const { pace, state } = this.#parts
    const waitMs = pace.nextMs(state.keeping.trouble !== null)
    this.#timer = setTimeout(() => this.send(), waitMs)
  }

  /** @param isLast the page closes */
  send(isLast = false): Promise<void> {
    clearTimeout(this.#timer)
    // One at a time; but a page that closes cannot wait for an answer.
    if (this.#underWay && !isLast) return this.#underWay
    const { state } = this.#parts
    const sending = this.#sendNow(isLast).finally(() => {
      if (this.#underWay === sending) this.#underWay = null
      if (state.keeping.isDirty && state.isWorthSending) this.soon()
    })
    this.#underWay = sending
    return sending
  }

  async #sendNow(isLast: boolean): Promise<void> {
    const { state, line, shelf } = this.#parts
    if (state.attempts.areTooMany) await this.#findAttempts()
    const { content } = state.keeping
    const text = { ...state.attempts.next(), content }
    state.attempts.sent(text)
    shelf.keep()
    state.set({ isSending: true })
    const said = await line.save(text, isLast)
    state.answered()
    if (!said) state.miss()
    else if (said.ok) this.#confirmed(content, state.arrived(said, text.attempt))
    else if (said.parkedId !== undefined) await this.#parked(content, said.parkedId)
    else state.refuse(said)
  }

  /** More attempts without an answer than are remembered: which of them was the last to arrive? */
  async #findAttempts(): Promise<void> {
    const { state, line } = this.#parts
    const said = await line.look()
    if (said?.ok) state.attempts.settle(said.open.attempts[0], said.open.state.copyVersion)
  }

  /** The server has this text: what was typed after it is dirty still. */
  #confirmed(content: StoryContent, change: Partial<Keeping>): void {
    const { state, shelf, pace } = this.#parts
    const isDirty = state.keeping.content !== content
    pace.begin()
    pace.calm()
    state.set({ ...change, isDirty, trouble: null })
    if (isDirty) shelf.keep()
    else shelf.forget()
  }

  /** Put aside: when more was typed it goes the same way, and then what the others have is shown. */
  async #parked(content: StoryContent, parkedId: number): Promise<void> {
    const { state, shelf, looking } = this.#parts
    if (state.keeping.content !== content) return
    state.attempts.forget()
    state.set({ parkedId, isDirty: false, trouble: null })
    shelf.forget()
    await looking.anew()
  }
}
