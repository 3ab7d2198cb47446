import { createClient, RESP_TYPES } from 'redis'
import type { CacheStore } from './cache-store'
import { maxPageAgeMs } from './cached-page'

export type RedisStoreOptions = {
  url: string
  /** All documents of a build share a prefix: those of another build link other style sheets. */
  prefix: string
  onError: (error: unknown) => void
}

// A request waits no longer for a shared page than a render would take.
const commandTimeoutMs = 250
const maxRetryMs = 1_000
const pingIntervalMs = 1_000
const socketTimeoutMs = 5_000
// Writes to a slow Redis wait in memory: about twenty megabytes at most.
const maxPendingCommands = 1_000

class RedisTimeoutError extends Error {
  constructor() {
    super(`no answer within ${commandTimeoutMs} ms`)
  }
}

/** Cached pages in Redis or Valkey, shared by all instances; empty while it is unreachable or hangs. */
export class RedisStore implements CacheStore {
  readonly #client
  readonly #prefix: string
  readonly #onError: (error: unknown) => void
  #isHanging = false
  #pingTimer: NodeJS.Timeout | undefined

  constructor({ url, prefix, onError }: RedisStoreOptions) {
    this.#prefix = prefix
    this.#onError = onError
    this.#client = createClient({
      url,
      // Without a connection a command fails at once instead of waiting.
      disableOfflineQueue: true,
      commandsQueueMaxLength: maxPendingCommands,
      socket: {
        connectTimeout: 1_000,
        // A connection that is silent for this long, heartbeats included, is replaced.
        socketTimeout: socketTimeoutMs,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, maxRetryMs),
      },
    }).withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
    this.#client.on('error', onError)
    this.#client.on('ready', () => {
      this.#isHanging = false
    })
  }

  /** Starts connecting and retries until connected; does not wait. */
  connect(): void {
    this.#client.connect().catch(this.#onError)
    this.#pingTimer = setInterval(() => void this.#ping(), pingIntervalMs)
    this.#pingTimer.unref()
  }

  /** Whether Redis is connected and answers. */
  get isConnected(): boolean {
    return this.#client.isReady && !this.#isHanging
  }

  async find(key: string): Promise<Buffer | null> {
    if (!this.isConnected) return null
    try {
      return await this.#withTimeout(this.#client.get(this.#prefix + key))
    } catch (error) {
      this.#onError(error)
      return null
    }
  }

  put(key: string, bytes: Buffer): void {
    if (!this.isConnected) return
    this.#client
      .set(this.#prefix + key, bytes, { expiration: { type: 'PX', value: maxPageAgeMs } })
      .catch(this.#onError)
  }

  remove(key: string): void {
    if (this.isConnected) this.#client.del(this.#prefix + key).catch(this.#onError)
  }

  close(): void {
    clearInterval(this.#pingTimer)
    this.#client.destroy()
  }

  /** A Redis that hangs does not close its connection. */
  async #ping(): Promise<void> {
    if (this.isConnected) await this.#withTimeout(this.#client.ping()).catch(this.#onError)
  }

  /**
   * No request waits longer for an answer; after a timeout no request waits at all until Redis answers again, over
   * this connection or a new one.
   */
  #withTimeout<T>(reply: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#isHanging = true
        reject(new RedisTimeoutError())
      }, commandTimeoutMs)
      const settle = (value: T) => {
        this.#isHanging = false
        resolve(value)
      }
      reply.then(settle, reject).finally(() => clearTimeout(timer))
    })
  }
}
