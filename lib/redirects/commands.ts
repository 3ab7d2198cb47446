import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import { queryShape } from '@/lib/document/old-address'
import type { Done, Outcome } from '@/lib/outcome'
import { redirectsInput } from './input'
import { readPaper } from './queries'
import { readLines } from './read-lines'
import type { RedirectFault, RedirectReport } from './redirect'
import { type Redirect, settleLines } from './settle-lines'
import { siftLines } from './sift-lines'

/** `faults`: of the lines that were left out. */
type Imported = Done & { report: RedirectReport; faults: RedirectFault[] }

export type RedirectsOutcome = Outcome<Imported> | { ok: false; faults: RedirectFault[] }

// A hundred thousand lines are one transaction: they are wholly in the paper or not at all.
const timeoutMs = 10 * 60_000
const runSize = 20_000

// Undoes the transaction: Prisma rolls back what throws.
class Faulty extends Error {
  constructor(readonly faults: RedirectFault[]) {
    super(`${faults.length} lines at fault`)
  }
}

function* runsOf<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += runSize) yield all.slice(at, at + runSize)
}

/** Addresses at which there is a page are no longer those of something that moved. */
async function forgetFrom(session: DbSession, redirects: Redirect[]): Promise<void> {
  const targets = [...new Set(redirects.map(({ to }) => to))]
  await session.$executeRaw`DELETE FROM "Redirect" WHERE "fromPath" = ANY(${targets}::text[])`
}

/** Older redirects to an address that moves now lead to where it moves: none leads to another. Answers how many. */
async function repoint(session: DbSession, redirects: Redirect[]): Promise<number> {
  const froms = redirects.map(({ from }) => from)
  const tos = redirects.map(({ to }) => to)
  return session.$executeRaw`
    UPDATE "Redirect" SET "toPath" = moved."to"
    FROM unnest(${froms}::text[], ${tos}::text[]) AS moved("from", "to")
    WHERE "Redirect"."toPath" = moved."from"`
}

async function write(session: DbSession, redirects: Redirect[]): Promise<void> {
  const froms = redirects.map(({ from }) => from)
  const tos = redirects.map(({ to }) => to)
  await session.$executeRaw`
    INSERT INTO "Redirect" ("fromPath", "toPath")
    SELECT * FROM unnest(${froms}::text[], ${tos}::text[])
    ON CONFLICT ("fromPath") DO UPDATE SET "toPath" = EXCLUDED."toPath"`
}

async function writeShapes(session: DbSession, redirects: Redirect[]): Promise<void> {
  const shapes = redirects.map(({ from }) => queryShape(from)).filter((shape) => shape !== null)
  await session.oldQuery.createMany({
    data: [...new Set(shapes)].map((shape) => ({ shape })),
    skipDuplicates: true,
  })
}

async function put(session: DbSession, redirects: Redirect[]): Promise<number> {
  let repointed = 0
  for (const run of runsOf(redirects)) {
    await forgetFrom(session, run)
    repointed += await repoint(session, run)
    await write(session, run)
  }
  await writeShapes(session, redirects)
  return repointed
}

async function take(
  session: DbSession,
  { rows, hosts, skipBad }: z.output<typeof redirectsInput>,
): Promise<Imported> {
  // Nobody else moves an address meanwhile; readers are not held up.
  await session.$executeRaw`LOCK TABLE "Redirect" IN SHARE ROW EXCLUSIVE MODE`
  await session.$executeRaw`SELECT set_config('statement_timeout', ${String(timeoutMs)}, true)`
  const read = readLines(rows, hosts)
  const sifted = siftLines(read.lines)
  const paper = await readPaper(session, sifted.lines)
  const settled = settleLines(sifted.lines, paper)
  const faults = [read, sifted, settled].flatMap((each) => each.faults)
  faults.sort((a, b) => a.line - b.line)
  if (faults.length > 0 && !skipBad) throw new Faulty(faults)
  const added = settled.redirects.filter(({ from }) => !paper.moved.has(from))
  const changed = settled.redirects.filter(({ from, to }) => (paper.moved.get(from) ?? to) !== to)
  const repointed = await put(session, [...added, ...changed])
  const report = {
    added: added.length,
    changed: changed.length,
    known: settled.redirects.length - added.length - changed.length,
    repeated: sifted.repeated,
    repointed,
  }
  const isNothing = added.length + changed.length === 0
  return { change: { kind: isNothing ? 'nothing' : 'redirects' }, report, faults }
}

/**
 * Has old addresses lead to where their pages are now. Written in one transaction; a line at fault refuses all, unless
 * the others are wanted all the same.
 */
export async function importRedirects(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof redirectsInput>,
): Promise<RedirectsOutcome> {
  const errand = { act: 'importRedirects', deed: 'settings', schema: redirectsInput } as const
  try {
    return await perform(db, actor, {
      ...{ ...errand, input, timeoutMs, unsaid: ['rows'] },
      run: (session, given) => take(session, given),
    })
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, faults: error.faults }
    throw error
  }
}
