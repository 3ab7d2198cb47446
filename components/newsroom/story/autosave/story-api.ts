import {
  actorHeader,
  type Dto,
  type OpenStoryDto,
  parseOpenStory,
  parseStoryEditState,
} from '@/lib/newsroom/draft/api-schema'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { type OpenStory, type StoryEditState, storyPath } from '@/lib/newsroom/draft/working-copy'
import type { Refusal } from '@/lib/outcome'

/** `unavailable`: the server answers, but cannot do it at present, as while its database restarts. */
export type ApiRefusal = {
  ok: false
  reason: Refusal | 'unavailable'
  conflictCopyId?: number
  fields?: string[]
}
/** The server's response; null without one: no network, or no server. */
export type ApiResult<T> = ({ ok: true } & T) | ApiRefusal | null
export type OpenResult = ApiResult<{ open: OpenStory }>

/** A text with the data by which the server distinguishes a repeated save from an outdated one. */
export type SaveRequest = {
  onVersion: number
  attempt: string
  earlier: string[]
  content: StoryContent
}

type ApiRequestOptions = { body?: object; isPageClosing?: boolean }

// The timeout of a request: longer than a slow save takes.
const timeoutMs = 15_000
// The limit of browsers for `keepalive` requests. A longer text stays on this machine.
const maxKeepaliveBytes = 60_000

/** The requests of a story's page, from one tab, for the user `as` only. */
export class StoryApi {
  readonly #path: string
  readonly #tab: string
  readonly #actorId: string

  constructor(articleId: number, tab: string, actorId: string) {
    this.#path = storyPath(articleId)
    this.#tab = tab
    this.#actorId = actorId
  }

  async open(was: string | null): Promise<OpenResult> {
    return this.#parseOpen(await this.#post('open', { was }))
  }

  async fetchCopy(): Promise<OpenResult> {
    return this.#parseOpen(await this.#request('copy'))
  }

  async takeOverLock(from: string | null): Promise<OpenResult> {
    return this.#parseOpen(await this.#post('lock', { from }))
  }

  async resolveConflict(
    conflictCopyId: number,
    text: Omit<SaveRequest, 'content'>,
    content: StoryContent | null,
  ) {
    return this.#parseOpen(await this.#post(`conflicts/${conflictCopyId}`, { ...text, content }))
  }

  fetchConflictCopy(
    conflictCopyId: number,
  ): Promise<ApiResult<{ content: StoryContent; choices: StoryChoices }>> {
    return this.#request(`conflicts/${conflictCopyId}`)
  }

  async state(): Promise<ApiResult<{ state: StoryEditState }>> {
    const result = await this.#request<{ state: Dto<StoryEditState> }>('state')
    return result?.ok ? { ok: true, state: parseStoryEditState(result.state) } : result
  }

  /** @param isPageClosing the page is closing: the browser may send it after the page is gone */
  async save(
    text: SaveRequest,
    isPageClosing: boolean,
  ): Promise<ApiResult<{ copyVersion: number; savedAt: Date }>> {
    const result = await this.#post<{ copyVersion: number; savedAt: string }>(
      'copy',
      text,
      isPageClosing,
    )
    return result?.ok ? { ...result, savedAt: new Date(result.savedAt) } : result
  }

  sendHeartbeat(): Promise<ApiResult<object>> {
    return this.#post('presence', {})
  }

  leave(): void {
    void this.#post('presence/leave', {}, true)
  }

  #parseOpen(result: ApiResult<{ open: OpenStoryDto }>): OpenResult {
    return result?.ok ? { ok: true, open: parseOpenStory(result.open) } : result
  }

  #post<T = { open: OpenStoryDto }>(route: string, body: object, isPageClosing = false) {
    return this.#request<T>(route, { body: { ...body, tab: this.#tab }, isPageClosing })
  }

  async #request<T = { open: OpenStoryDto }>(
    route: string,
    { body, isPageClosing = false }: ApiRequestOptions = {},
  ): Promise<ApiResult<T>> {
    const json = body && JSON.stringify(body)
    try {
      const response = await fetch(`${this.#path}/${route}`, {
        method: json ? 'POST' : 'GET',
        headers: {
          [actorHeader]: this.#actorId,
          ...(json && { 'content-type': 'application/json' }),
        },
        ...(json && { body: json }),
        keepalive: isPageClosing && new Blob([json ?? '']).size < maxKeepaliveBytes,
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (response.status === 503) return { ok: false, reason: 'unavailable' }
      return parseResult<T>(await response.json())
    } catch {
      // No network, no server, or a server that is shutting down: the caller retries.
      return null
    }
  }
}

/** A response from elsewhere, such as a proxy's error page, counts as none. */
function parseResult<T>(json: unknown): ApiResult<T> {
  const isResult = typeof json === 'object' && json !== null && 'ok' in json
  return isResult ? (json as ApiResult<T>) : null
}
