import type { DraftState } from './draft-state'
import type { StoryApi } from './story-api'

/** Requests the server's text. A response that is older than a save is ignored. */
export class Refresher {
  readonly #state: DraftState
  readonly #api: StoryApi

  constructor(state: DraftState, api: StoryApi) {
    this.#state = state
    this.#api = api
  }

  /**
   * Until the current state is known; the edit lock stays where it was.
   * @param isLockReleased the story went to another user: the lock is not taken again
   */
  async refresh(isLockReleased = false): Promise<void> {
    const { generation, snapshot } = this.#state
    const keepsLock = snapshot.isWriting && !isLockReleased
    const result = await (keepsLock ? this.#api.open(null) : this.#api.fetchCopy())
    if (result && !result.ok) this.#state.applyRefusal(result)
    else if (result && generation === this.#state.generation)
      this.#state.applyServerCopy(result.open)
    else if (result) await this.refresh(isLockReleased)
  }

  async tryRefresh(): Promise<void> {
    const { generation } = this.#state
    const result = await this.#api.fetchCopy()
    if (result?.ok && generation === this.#state.generation)
      this.#state.applyServerCopy(result.open)
  }
}
