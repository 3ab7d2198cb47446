import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/**
 * The pg adapter as the schema engine needs it. The one on npm is made for the client, and fails the
 * engine in three places:
 * - it knows no `"char"`, which PostgreSQL's catalogue is full of;
 * - its shadow database is the real one when the adapter was made from a connection string;
 * - it cuts a migration at every semicolon, also inside a function's body or a text, and runs the
 *   pieces one by one. Sent whole, as the native engine does, a migration happens or does not.
 */
export class SchemaAdapter extends PrismaPg {
  private readonly pool: CataloguePool

  constructor(private readonly url: string) {
    const pool = new CataloguePool({ connectionString: url, connectionTimeoutMillis: 10_000 })
    super(pool, { disposeExternalPool: true })
    this.pool = pool
  }

  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const index of this.pool.charColumns.get(query.sql) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character
      }
      return result
    }
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] })
    }
    return adapter
  }

  override async connectToShadowDb() {
    const name = `prisma_shadow_${randomUUID()}`
    const admin = new pg.Client({ connectionString: this.url })
    await admin.connect()
    await admin.query(`create database "${name}"`)
    const shadowUrl = new URL(this.url)
    shadowUrl.pathname = `/${name}`
    const shadow = await new SchemaAdapter(shadowUrl.href).connect()
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await admin.query(`drop database if exists "${name}" with (force)`)
      await admin.end()
    }
    return shadow
  }
}

const charOid = 18
const textOid = 25

/** Reads `"char"` as text, and remembers in which columns of which query it stood. */
class CataloguePool extends pg.Pool {
  readonly charColumns = new Map<string, number[]>()

  // pg's overloads of `query` cannot be repeated in an override; what goes in and out is unchanged.
  override query = (async (query: { text: string }, ...rest: unknown[]) => {
    const run = pg.Pool.prototype.query as (...args: unknown[]) => Promise<pg.QueryArrayResult>
    const result = await run.call(this, query, ...rest)
    const columns: number[] = []
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== charOid) continue
      field.dataTypeID = textOid
      columns.push(index)
    }
    this.charColumns.set(query.text, columns)
    return result
  }) as unknown as pg.Pool['query']
}
