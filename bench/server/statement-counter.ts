import { once } from 'node:events'
import { createServer, connect as dial, type Server, type Socket } from 'node:net'

/** Counts the statements in what a client of PostgreSQL sends, whatever pieces it arrives in. */
export class StatementReader {
  statements = 0
  /** Whether this is a line that listens for news: what it asks is no reader's. */
  isListening = false
  #rest: Buffer = Buffer.alloc(0)
  #hasStarted = false

  /** @see https://www.postgresql.org/docs/current/protocol-message-formats.html */
  read(piece: Buffer): void {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    for (;;) {
      // The first message has no letter before its length.
      const lengthAt = this.#hasStarted ? 1 : 0
      if (this.#rest.length < lengthAt + 4) return
      const end = lengthAt + this.#rest.readUInt32BE(lengthAt)
      if (this.#rest.length < end) return
      if (this.#hasStarted) this.#count(this.#rest.subarray(0, end))
      this.#hasStarted = true
      this.#rest = this.#rest.subarray(end)
    }
  }

  #count(message: Buffer): void {
    const letter = String.fromCharCode(message[0] ?? 0)
    // A simple query, or the execution of a prepared one.
    if (letter === 'Q' || letter === 'E') this.statements += 1
    if (letter === 'Q' && message.includes('LISTEN ')) this.isListening = true
  }
}

/** A proxy between an app and PostgreSQL that counts the statements of readers' pages. */
export class StatementCounter {
  static async start(databaseUrl: string): Promise<StatementCounter> {
    const database = new URL(databaseUrl)
    const counter = new StatementCounter(Number(database.port))
    counter.#server.listen(0, '127.0.0.1')
    await once(counter.#server, 'listening')
    return counter
  }

  readonly #server: Server
  readonly #readers: StatementReader[] = []
  readonly #sockets = new Set<Socket>()

  private constructor(databasePort: number) {
    this.#server = createServer((client) => {
      const reader = new StatementReader()
      this.#readers.push(reader)
      const database = dial(databasePort, '127.0.0.1')
      client.on('data', (piece: Buffer) => reader.read(piece))
      client.pipe(database).pipe(client)
      for (const [socket, other] of [
        [client, database],
        [database, client],
      ] as const) {
        this.#sockets.add(socket)
        // One end that breaks takes the other with it; the app says what it lost.
        socket.on('error', () => other.destroy())
        socket.on('close', () => this.#sockets.delete(socket))
      }
    })
  }

  /** The database's address by way of this. */
  urlFor(databaseUrl: string): string {
    const url = new URL(databaseUrl)
    const address = this.#server.address()
    url.port = String(address && typeof address === 'object' ? address.port : '')
    return url.href
  }

  get statements(): number {
    return this.#readers.reduce(
      (sum, reader) => sum + (reader.isListening ? 0 : reader.statements),
      0,
    )
  }

  stop(): void {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
  }
}
