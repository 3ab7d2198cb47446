import {
  DatabaseUnavailableError,
  RenderQueue,
  type RenderQueueOptions,
  RetryableError,
} from './render-queue'
import type { Renderer, RenderRequest, RenderResult } from './renderer'

export type QueuedRendererOptions = {
  render: Renderer
  limits: RenderQueueOptions
  isDatabaseConnected: () => boolean
  /** Queries the database, which may be down without being noticed yet. */
  isDatabaseResponsive: () => Promise<boolean>
}

/** Renders one after another, and only while the database answers; otherwise requests fail at once. */
export class QueuedRenderer {
  /** The numbers since the start, for health. */
  readonly counts = { made: 0, failed: 0, refused: 0 }
  readonly #options: QueuedRendererOptions
  readonly #queue: RenderQueue

  constructor(options: QueuedRendererOptions) {
    this.#options = options
    this.#queue = new RenderQueue(options.limits)
  }

  get pendingCount(): number {
    return this.#queue.pendingCount
  }

  /** @throws RetryableError when there is no database, no room or no time; else what rendering throws */
  async render(
    path: string,
    isRevalidation: boolean,
    request?: RenderRequest,
  ): Promise<RenderResult> {
    try {
      if (!this.#options.isDatabaseConnected()) throw new DatabaseUnavailableError()
      const rendered = await this.#queue.run(() => this.#render(path, request), isRevalidation)
      this.counts[rendered.status < 500 ? 'made' : 'failed'] += 1
      return rendered
    } catch (error) {
      this.counts[error instanceof RetryableError ? 'refused' : 'failed'] += 1
      throw error
    }
  }

  /** A render that failed because of the database may succeed later. */
  async #render(path: string, request?: RenderRequest): Promise<RenderResult> {
    const { render, isDatabaseResponsive } = this.#options
    const rendered = await render(path, request).catch(async (error: unknown) => {
      throw (await isDatabaseResponsive()) ? error : new DatabaseUnavailableError()
    })
    if (rendered.status >= 500 && !(await isDatabaseResponsive()))
      throw new DatabaseUnavailableError()
    return rendered
  }

  /** Fails all waiting renders: the database is gone. */
  cancelAll(): void {
    this.#queue.cancelAll(new DatabaseUnavailableError())
  }
}
