import { createClient, RESP_TYPES } from 'redis'
import { documentLifeMs } from './document'
import type { Shelf } from './shelf'

export type RedisShelfOptions = {
  url: string
  /** Documents of one build share a prefix: another build's name other style sheets. */
  prefix: string
  onError: (error: unknown) => void
}

// A reader waits no longer for a shared copy than rendering one's own would take.
const answerWithinMs = 250
const longestRetryMs = 1_000

/** Documents in Redis or Valkey, shared by all instances; while it is gone, an empty shelf. */
export class RedisShelf implements Shelf {
  readonly #client
  readonly #prefix: string
  readonly #onError: (error: unknown) => void

  constructor({ url, prefix, onError }: RedisShelfOptions) {
    this.#prefix = prefix
    this.#onError = onError
    this.#client = createClient({
      url,
      // Without a line a command fails at once instead of waiting for one.
      disableOfflineQueue: true,
      socket: {
        connectTimeout: 1_000,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, longestRetryMs),
      },
    }).withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
    this.#client.on('error', onError)
  }

  /** Begins connecting, and goes on until it is connected; does not wait for it. */
  connect(): void {
    this.#client.connect().catch(this.#onError)
  }

  get isConnected(): boolean {
    return this.#client.isReady
  }

  async find(key: string): Promise<Buffer | null> {
    if (!this.#client.isReady) return null
    const late = AbortSignal.timeout(answerWithinMs)
    try {
      return await this.#client.withAbortSignal(late).get(this.#prefix + key)
    } catch (error) {
      this.#onError(error)
      return null
    }
  }

  put(key: string, bytes: Buffer): void {
    if (!this.#client.isReady) return
    this.#client
      .set(this.#prefix + key, bytes, { expiration: { type: 'PX', value: documentLifeMs } })
      .catch(this.#onError)
  }

  close(): void {
    this.#client.destroy()
  }
}
