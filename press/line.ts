import pLimit from 'p-limit'
import pg from 'pg'

/** One connection to the database, asked one thing after another, that also listens. */
export class Line {
  readonly client: pg.Client
  readonly #inOrder = pLimit(1)

  constructor(config: pg.ClientConfig) {
    this.client = new pg.Client(config)
  }

  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]) {
    return this.#inOrder(() => this.client.query<Row>(text, values))
  }
}
