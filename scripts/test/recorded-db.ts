import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { env } from '@/lib/env'

/** The paper's database with every statement written down, to be counted and explained. */

type Statement = { text: string; values: unknown[] }

const statements: Statement[] = []
const pool = new pg.Pool({ connectionString: env.DATABASE_URL ?? '', max: 8 })

pool.on('connect', (client) => {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((statement: Statement, ...rest: unknown[]) => {
    statements.push({ text: statement.text, values: statement.values })
    return query(statement, ...rest)
  }) as typeof client.query
})

/** Puts the recorded client in the place of the paper's own (see lib/db/client.ts), before that is first used. */
export function recordDatabase(): void {
  const shared = globalThis as { __dainikDb?: PrismaClient }
  shared.__dainikDb = new PrismaClient({ adapter: new PrismaPg(pool) })
}

export const closeRecorded = () => pool.end()

/** What `run` asked of the database. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  statements.length = 0
  await run()
  return statements.splice(0)
}

type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

/** How the database came by one table's rows: by what means, and how many it had to look at. */
export type Scan = { table: string; by: string; rowsLookedAt: number }

function scansOf(node: PlanNode): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansOf)
  if (!node['Relation Name']) return below
  const perLoop =
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  const scan = {
    table: node['Relation Name'],
    by: node['Node Type'],
    rowsLookedAt: Math.round(perLoop * node['Actual Loops']),
  }
  return [scan, ...below]
}

/**
 * Runs the statement as the database would for a reader and tells how it went about it.
 * @param isByIndex as in a transaction that forbids to read a table through
 */
export async function explain(
  { text, values }: Statement,
  { isByIndex = false } = {},
): Promise<Scan[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    if (isByIndex) await client.query('SET LOCAL enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>({
      text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    })
    const [plan] = rows[0]?.['QUERY PLAN'] ?? []
    return plan ? scansOf(plan.Plan) : []
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
