import type { CopyState } from './copy-state'
import type { Line } from './line'

/** Asks the server for its text. An answer that a save has overtaken is from before it, and not taken. */
export class Looking {
  readonly #state: CopyState
  readonly #line: Line

  constructor(state: CopyState, line: Line) {
    this.#state = state
    this.#line = line
  }

  /** Until it is known what stands there now, with the pen where it was. */
  async anew(): Promise<void> {
    const { round, keeping } = this.#state
    const said = await (keeping.isWriting ? this.#line.open(null) : this.#line.look())
    if (said && !said.ok) this.#state.refuse(said)
    else if (said && round === this.#state.round) this.#state.take(said.open)
    else if (said) await this.anew()
  }

  async once(): Promise<void> {
    const { round } = this.#state
    const said = await this.#line.look()
    if (said?.ok && round === this.#state.round) this.#state.take(said.open)
  }
}
