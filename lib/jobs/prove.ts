import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseNow } from './database-now'
import type { JobReport, JobTools, StoryErrand, StoryJob } from './job'
import { askAsReader } from './look'
import { pageText } from './page-text'
import { faultOf, isSettled, type ProofItem, type Sight } from './proof'
import { listSights } from './sights'

// Lists follow within ten seconds (docs/decisions/005); until then a page that lacks the story is looked at again.
const pausesMs = [0, 300, 700, 1_000, 1_500, 2_000, 3_000, 4_000]

/** The commands after which readers see something else. */
const noticed = new Set([
  ...['publishStory', 'settleDue', 'withdrawStory', 'restoreStory', 'moveStory'],
  ...['noteChange', 'tidyStory', 'commitCopy', 'publishCopy', 'noteCopy', 'tidyCopy'],
  'proveStory',
])

const isSame = (one: Sight, other: Sight) =>
  one.path === other.path && JSON.stringify(one.expects) === JSON.stringify(other.expects)

const sightOf = ({ page, path, expects }: Sight): Sight => ({ page, path, expects })

async function lookAt(sight: Sight, signal: AbortSignal): Promise<ProofItem> {
  const fault = faultOf(sight, await askAsReader(sight.path, signal), pageText)
  const at = new Date().toISOString()
  return { ...sight, fault, at, state: fault ? 'missing' : 'shown' }
}

const waiting = (sight: Sight): ProofItem => ({ ...sight, state: 'waiting', fault: null, at: null })

/** The pages that did not yet show what they must, or must show something else by now, are looked at anew. */
async function lookAgain(
  sights: Sight[],
  before: ProofItem[],
  signal: AbortSignal,
): Promise<ProofItem[]> {
  return await Promise.all(
    sights.map((sight) => {
      const known = before.find((item) => item.state === 'shown' && isSame(sightOf(item), sight))
      return known ?? lookAt(sight, signal)
    }),
  )
}

async function lookUntilShown(
  articleId: number,
  save: (items: ProofItem[]) => Promise<unknown>,
  { db, signal }: JobTools,
): Promise<ProofItem[] | null> {
  let items: ProofItem[] = []
  for (const pause of pausesMs) {
    await sleep(pause, undefined, { signal })
    const sights = await listSights(db, articleId, await databaseNow(db))
    if (!sights) return null
    if (items.length === 0) await save(sights.map(waiting))
    items = await lookAgain(sights, items, signal)
    await save(items)
    if (isSettled(items)) break
  }
  return items
}

/**
 * Proof of publication: asks for the story's page, its category's and the front as a reader does, until each shows what
 * it must, and writes down what was found. Run twice it looks twice.
 * @throws Error when a page does not show it in the end
 */
async function run({ articleId }: StoryErrand, tools: JobTools): Promise<JobReport> {
  const { db } = tools
  if ((await listSights(db, articleId, await databaseNow(db))) === null) {
    return { said: 'nothing that readers see' }
  }
  // What another worker left half done.
  await db.proof.deleteMany({ where: { articleId, doneAt: null } })
  const { id } = await db.proof.create({ data: { articleId, begunAt: new Date() } })
  // By `updateMany`: another look at the same story may have taken its place.
  const save = (items: ProofItem[]) => db.proof.updateMany({ where: { id }, data: { items } })
  const items = await lookUntilShown(articleId, save, tools)
  await db.proof.updateMany({ where: { id }, data: { doneAt: new Date() } })
  const missing = items?.filter(({ state }) => state !== 'shown') ?? []
  if (missing.length > 0)
    throw new Error(`not shown at ${missing.map(({ path }) => path).join(' ')}`)
  return { said: `shown at ${items?.length ?? 0} addresses` }
}

export const prove: StoryJob = { name: 'prove', follows: (act) => noticed.has(act), run }
