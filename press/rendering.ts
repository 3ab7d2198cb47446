import type { Render, Renderer } from './render'
import { ComeBack, Turns, type TurnsOptions } from './turns'

/** The database does not answer; nobody waits for it. */
export class NoDatabase extends ComeBack {
  constructor() {
    super('the database does not answer')
  }
}

export type RenderingOptions = {
  render: Renderer
  limits: TurnsOptions
  isDatabaseThere: () => boolean
  /** Asks it: it may have gone without having been missed yet. */
  doesDatabaseAnswer: () => Promise<boolean>
}

/** Renders in turn, and only while the database answers: readers of what cannot be made hear so at once. */
export class Rendering {
  /** How often since the start, for health. */
  readonly counts = { made: 0, failed: 0, refused: 0 }
  readonly #options: RenderingOptions
  readonly #turns: Turns

  constructor(options: RenderingOptions) {
    this.#options = options
    this.#turns = new Turns(options.limits)
  }

  get waiting(): number {
    return this.#turns.waiting
  }

  /** @throws ComeBack when there is no database, no room or no time; else what rendering throws */
  async render(path: string, isKept: boolean, headers?: Record<string, string>): Promise<Render> {
    try {
      if (!this.#options.isDatabaseThere()) throw new NoDatabase()
      const rendered = await this.#turns.take(() => this.#render(path, headers), isKept)
      this.counts[rendered.status < 500 ? 'made' : 'failed'] += 1
      return rendered
    } catch (error) {
      this.counts[error instanceof ComeBack ? 'refused' : 'failed'] += 1
      throw error
    }
  }

  /** A page that broke because the database did is no fault of the page's. */
  async #render(path: string, headers?: Record<string, string>): Promise<Render> {
    const { render, doesDatabaseAnswer } = this.#options
    const rendered = await render(path, headers).catch(async (error: unknown) => {
      throw (await doesDatabaseAnswer()) ? error : new NoDatabase()
    })
    if (rendered.status >= 500 && !(await doesDatabaseAnswer())) throw new NoDatabase()
    return rendered
  }

  /** The database is gone: who waits for a render waits in vain. */
  giveUp(): void {
    this.#turns.giveUp(new NoDatabase())
  }
}
