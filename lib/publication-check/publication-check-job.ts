import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { paperNow } from '@/lib/clock'
import { hasFollowUp } from '@/lib/commands/command-names'
import { databaseNow } from '@/lib/db/database-now'
import type { JobReport, JobTools, StoryJob, StoryJobPayload } from '@/lib/queue/job'
import { fetchAsReader } from './fetch-as-reader'
import { listProbes } from './probes'
import { areAllShown, findFault, type Probe, type ProbeResult } from './publication-check'

// Lists are updated within ten seconds (docs/decisions/005); until then a page without the story is requested again.
const retryDelaysMs = [0, 300, 700, 1_000, 1_500, 2_000, 3_000, 4_000]

const isSameProbe = (one: Probe, other: Probe) =>
  one.path === other.path && JSON.stringify(one.expects) === JSON.stringify(other.expects)

const probeOf = ({ page, path, expects }: Probe): Probe => ({ page, path, expects })

async function runProbe(probe: Probe, signal: AbortSignal): Promise<ProbeResult> {
  const fault = findFault(probe, await fetchAsReader(probe.path, signal))
  const at = paperNow().toISOString()
  return { ...probe, fault, at, state: fault ? 'missing' : 'shown' }
}

const pendingResult = (probe: Probe): ProbeResult => ({
  ...probe,
  state: 'waiting',
  fault: null,
  at: null,
})

/** Repeats the probes that have not passed yet or have changed. */
async function rerunProbes(
  probes: Probe[],
  before: ProbeResult[],
  signal: AbortSignal,
): Promise<ProbeResult[]> {
  return await Promise.all(
    probes.map((probe) => {
      const known = before.find(
        (item) => item.state === 'shown' && isSameProbe(probeOf(item), probe),
      )
      return known ?? runProbe(probe, signal)
    }),
  )
}

async function runChecks(
  articleId: number,
  save: (results: ProbeResult[]) => Promise<unknown>,
  { db, signal }: JobTools,
): Promise<ProbeResult[] | null> {
  let results: ProbeResult[] = []
  for (const delayMs of retryDelaysMs) {
    await sleep(delayMs, undefined, { signal })
    const probes = await listProbes(db, articleId, await databaseNow(db))
    if (!probes) return null
    if (results.length === 0) await save(probes.map(pendingResult))
    results = await rerunProbes(probes, results, signal)
    await save(results)
    if (areAllShown(results)) break
  }
  return results
}

/**
 * Publication check: requests the pages of a story as a reader does until each shows what it must, and stores the results.
 * Safe to run twice. @throws Error when a page does not show it in the end
 */
async function run({ articleId }: StoryJobPayload, tools: JobTools): Promise<JobReport> {
  const { db } = tools
  if ((await listProbes(db, articleId, await databaseNow(db))) === null) {
    return { summary: 'nothing that readers see' }
  }
  // Unfinished runs of another worker.
  await db.publicationCheckRun.deleteMany({ where: { articleId, doneAt: null } })
  const { id } = await db.publicationCheckRun.create({ data: { articleId, begunAt: paperNow() } })
  // `updateMany`: a newer run may have deleted the row.
  const save = (results: ProbeResult[]) =>
    db.publicationCheckRun.updateMany({ where: { id }, data: { results } })
  const results = await runChecks(articleId, save, tools)
  await db.publicationCheckRun.updateMany({ where: { id }, data: { doneAt: paperNow() } })
  const missing = results?.filter(({ state }) => state !== 'shown') ?? []
  if (missing.length > 0)
    throw new Error(`not shown at ${missing.map(({ path }) => path).join(' ')}`)
  return { summary: `shown at ${results?.length ?? 0} addresses` }
}

export const publicationCheckJob: StoryJob = {
  name: 'publicationCheck',
  isTriggeredBy: (command) => hasFollowUp(command, 'publicationCheck'),
  run,
}
