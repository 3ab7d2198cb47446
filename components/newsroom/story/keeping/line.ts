import type { StoryChoices } from '@/lib/newsroom/choices'
import type { StoryContent } from '@/lib/newsroom/content'
import {
  asHeader,
  type OnWire,
  type OpenOnWire,
  readOpenStory,
  readState,
} from '@/lib/newsroom/wire'
import { type OpenStory, type StoryState, storyPath } from '@/lib/newsroom/working-copy'
import type { Refusal } from '@/lib/outcome'

export type Refused = { ok: false; reason: Refusal; parkedId?: number; fields?: string[] }
/** What the server said; null when it said nothing: no line, no server. */
export type Said<T> = ({ ok: true } & T) | Refused | null
export type SaidOpen = Said<{ open: OpenStory }>

/** A text with what the server must know to tell one that is sent again from one that is outdated. */
export type SentText = {
  onVersion: number
  attempt: string
  earlier: string[]
  content: StoryContent
}

type Asking = { body?: object; isLast?: boolean }

// Longer than a slow save takes, shorter than anybody believes that it still comes.
const patienceMs = 15_000
// Browsers send no more than this of a page that closes; what is longer waits on this machine.
const mostLastBytes = 60_000

/** What a story's page says to the server, from one tab, in the name of `as` and of nobody else. */
export class Line {
  readonly #path: string
  readonly #tab: string
  readonly #as: string

  constructor(articleId: number, tab: string, as: string) {
    this.#path = storyPath(articleId)
    this.#tab = tab
    this.#as = as
  }

  async open(was: string | null): Promise<SaidOpen> {
    return this.#readOpen(await this.#tell('open', { was }))
  }

  async look(): Promise<SaidOpen> {
    return this.#readOpen(await this.#ask('copy'))
  }

  async takeOver(from: string | null): Promise<SaidOpen> {
    return this.#readOpen(await this.#tell('pen', { from }))
  }

  async settle(parkedId: number, text: Omit<SentText, 'content'>, content: StoryContent | null) {
    return this.#readOpen(await this.#tell(`parked/${parkedId}`, { ...text, content }))
  }

  parked(parkedId: number): Promise<Said<{ content: StoryContent; choices: StoryChoices }>> {
    return this.#ask(`parked/${parkedId}`)
  }

  async state(): Promise<Said<{ state: StoryState }>> {
    const said = await this.#ask<{ state: OnWire<StoryState> }>('state')
    return said?.ok ? { ok: true, state: readState(said.state) } : said
  }

  /** @param isLast the page is closing: the browser may send it after the page is gone */
  async save(
    text: SentText,
    isLast: boolean,
  ): Promise<Said<{ copyVersion: number; savedAt: Date }>> {
    const said = await this.#tell<{ copyVersion: number; savedAt: string }>('copy', text, isLast)
    return said?.ok ? { ...said, savedAt: new Date(said.savedAt) } : said
  }

  stay(): Promise<Said<object>> {
    return this.#tell('here', {})
  }

  leave(): void {
    void this.#tell('leave', {}, true)
  }

  #readOpen(said: Said<{ open: OpenOnWire }>): SaidOpen {
    return said?.ok ? { ok: true, open: readOpenStory(said.open) } : said
  }

  #tell<T = { open: OpenOnWire }>(way: string, body: object, isLast = false) {
    return this.#ask<T>(way, { body: { ...body, tab: this.#tab }, isLast })
  }

  async #ask<T = { open: OpenOnWire }>(
    way: string,
    { body, isLast = false }: Asking = {},
  ): Promise<Said<T>> {
    const json = body && JSON.stringify(body)
    try {
      const response = await fetch(`${this.#path}/${way}`, {
        method: json ? 'POST' : 'GET',
        headers: { [asHeader]: this.#as, ...(json && { 'content-type': 'application/json' }) },
        ...(json && { body: json }),
        keepalive: isLast && new Blob([json ?? '']).size < mostLastBytes,
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      })
      return readSaid<T>(await response.json())
    } catch {
      // No line, no server, or one that is just ending: whoever asked asks again.
      return null
    }
  }
}

/** What is not an answer of our routes (a proxy's own page, say) is none. */
function readSaid<T>(json: unknown): Said<T> {
  const isAnswer = typeof json === 'object' && json !== null && 'ok' in json
  return isAnswer ? (json as Said<T>) : null
}
