import pLimit from 'p-limit'
import pg from 'pg'

/** One connection to the database that runs queries one after another and receives notifications. */
export class ListenConnection {
  readonly client: pg.Client
  readonly #serial = pLimit(1)

  constructor(config: pg.ClientConfig) {
    this.client = new pg.Client(config)
  }

  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]) {
    return this.#serial(() => this.client.query<Row>(text, values))
  }
}
