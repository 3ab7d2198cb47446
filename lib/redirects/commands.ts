import 'server-only'
import type { z } from 'zod'
import { defineCommand } from '@/lib/commands/command'
import type { TransactionClient } from '@/lib/db/client'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { queryShape } from '@/lib/urls/legacy-address'
import { redirectsInput } from './input'
import { parseLines } from './parse-lines'
import { readRedirectTargets } from './queries'
import type { RedirectFault, RedirectReport } from './redirect'
import { type Redirect, resolveTargets } from './resolve-targets'
import { validateLines } from './validate-lines'

/** `faults`: of the lines that were left out. */
type Imported = CommandResult & { report: RedirectReport; faults: RedirectFault[] }

/** Why a whole file is refused, line by line. */
type InvalidLines = { refusal: Refusal; faults: RedirectFault[] }

// A hundred thousand lines are one transaction.
const timeoutMs = 10 * 60_000
const batchSize = 20_000

function* batchesOf<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize)
}

/** The target of a redirect must not redirect itself. */
async function deleteRedirectsFrom(tx: TransactionClient, redirects: Redirect[]): Promise<void> {
  const targets = [...new Set(redirects.map(({ to }) => to))]
  await tx.$executeRaw`DELETE FROM "Redirect" WHERE "fromPath" = ANY(${targets}::text[])`
}

/** Points older redirects to the new target, so that no redirect leads to another. @returns how many */
async function repoint(tx: TransactionClient, redirects: Redirect[]): Promise<number> {
  const froms = redirects.map(({ from }) => from)
  const tos = redirects.map(({ to }) => to)
  return tx.$executeRaw`
    UPDATE "Redirect" SET "toPath" = moved."to"
    FROM unnest(${froms}::text[], ${tos}::text[]) AS moved("from", "to")
    WHERE "Redirect"."toPath" = moved."from"`
}

async function upsertRedirects(tx: TransactionClient, redirects: Redirect[]): Promise<void> {
  const froms = redirects.map(({ from }) => from)
  const tos = redirects.map(({ to }) => to)
  await tx.$executeRaw`
    INSERT INTO "Redirect" ("fromPath", "toPath")
    SELECT * FROM unnest(${froms}::text[], ${tos}::text[])
    ON CONFLICT ("fromPath") DO UPDATE SET "toPath" = EXCLUDED."toPath"`
}

async function saveQueryShapes(tx: TransactionClient, redirects: Redirect[]): Promise<void> {
  const shapes = redirects.map(({ from }) => queryShape(from)).filter((shape) => shape !== null)
  await tx.redirectQueryShape.createMany({
    data: [...new Set(shapes)].map((shape) => ({ shape })),
    skipDuplicates: true,
  })
}

async function saveRedirects(tx: TransactionClient, redirects: Redirect[]): Promise<number> {
  let repointed = 0
  for (const run of batchesOf(redirects)) {
    await deleteRedirectsFrom(tx, run)
    repointed += await repoint(tx, run)
    await upsertRedirects(tx, run)
  }
  await saveQueryShapes(tx, redirects)
  return repointed
}

async function importRows(
  tx: TransactionClient,
  { rows, hosts, skipBad }: z.output<typeof redirectsInput>,
): Promise<Imported | InvalidLines> {
  // Blocks other writes of redirects, not reads.
  await tx.$executeRaw`LOCK TABLE "Redirect" IN SHARE ROW EXCLUSIVE MODE`
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(timeoutMs)}, true)`
  const read = parseLines(rows, hosts)
  const validated = validateLines(read.lines)
  const targets = await readRedirectTargets(tx, validated.lines)
  const resolved = resolveTargets(validated.lines, targets)
  const faults = [read, validated, resolved].flatMap((each) => each.faults)
  faults.sort((a, b) => a.line - b.line)
  if (faults.length > 0 && !skipBad) return { refusal: 'invalid', faults }
  const added = resolved.redirects.filter(({ from }) => !targets.moved.has(from))
  const changed = resolved.redirects.filter(
    ({ from, to }) => (targets.moved.get(from) ?? to) !== to,
  )
  const repointed = await saveRedirects(tx, [...added, ...changed])
  const report = {
    added: added.length,
    changed: changed.length,
    known: resolved.redirects.length - added.length - changed.length,
    repeated: validated.repeated,
    repointed,
  }
  const isNothing = added.length + changed.length === 0
  return { change: { kind: isNothing ? 'nothing' : 'redirects' }, report, faults }
}

/**
 * Makes old addresses redirect to where their pages are now, in one transaction. An invalid line refuses all, unless
 * invalid lines are to be skipped.
 */
export const importRedirects = defineCommand({
  name: 'importRedirects',
  permission: 'settings',
  input: redirectsInput,
  timeoutMs,
  omitFromAudit: ['rows'],
  run: ({ tx }, input) => importRows(tx, input),
})
