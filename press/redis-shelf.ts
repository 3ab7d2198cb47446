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
const pulseEveryMs = 1_000
const silentMs = 5_000
// Documents put there while Redis is slow wait in memory: some twenty megabytes at most.
const mostUnanswered = 1_000

class NoAnswer extends Error {
  constructor() {
    super(`no answer within ${answerWithinMs} ms`)
  }
}

/** Documents in Redis or Valkey, shared by all instances; while it is gone or hangs, an empty shelf. */
export class RedisShelf implements Shelf {
  readonly #client
  readonly #prefix: string
  readonly #onError: (error: unknown) => void
  #isHanging = false
  #pulse: NodeJS.Timeout | undefined

  constructor({ url, prefix, onError }: RedisShelfOptions) {
    this.#prefix = prefix
    this.#onError = onError
    this.#client = createClient({
      url,
      // Without a line a command fails at once instead of waiting for one.
      disableOfflineQueue: true,
      commandsQueueMaxLength: mostUnanswered,
      socket: {
        connectTimeout: 1_000,
        // A line without a word for so long, pulses among them, is given up for a new one.
        socketTimeout: silentMs,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, longestRetryMs),
      },
    }).withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
    this.#client.on('error', onError)
    this.#client.on('ready', () => {
      this.#isHanging = false
    })
  }

  /** Begins connecting, and goes on until it is connected; does not wait for it. */
  connect(): void {
    this.#client.connect().catch(this.#onError)
    this.#pulse = setInterval(() => void this.#feelPulse(), pulseEveryMs)
    this.#pulse.unref()
  }

  /** Whether it is there and answers. */
  get isConnected(): boolean {
    return this.#client.isReady && !this.#isHanging
  }

  async find(key: string): Promise<Buffer | null> {
    if (!this.isConnected) return null
    try {
      return await this.#soon(this.#client.get(this.#prefix + key))
    } catch (error) {
      this.#onError(error)
      return null
    }
  }

  put(key: string, bytes: Buffer): void {
    if (!this.isConnected) return
    this.#client
      .set(this.#prefix + key, bytes, { expiration: { type: 'PX', value: documentLifeMs } })
      .catch(this.#onError)
  }

  close(): void {
    clearInterval(this.#pulse)
    this.#client.destroy()
  }

  /** A Redis that hangs closes nothing. */
  async #feelPulse(): Promise<void> {
    if (this.isConnected) await this.#soon(this.#client.ping()).catch(this.#onError)
  }

  /** Nobody waits longer for an answer than that, and nobody after that until one comes, over this line or a new one. */
  #soon<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#isHanging = true
        reject(new NoAnswer())
      }, answerWithinMs)
      const come = (value: T) => {
        this.#isHanging = false
        resolve(value)
      }
      answer.then(come, reject).finally(() => clearTimeout(late))
    })
  }
}
