import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { Instance } from '../scripts/real/instance'
import { Trouble } from '../scripts/terminal'
import type { Figure } from './figures'
import { articleAddresses } from './page-addresses'
import type { OpenPaper } from './sized-paper'

const megabyte = 1024 * 1024
const mostMegabytes = 512
// The press renders one at a time; a few more wait, so that it never does.
const askedAtOnce = 4
const lookEvery = 100
const mostTries = 10

/** Asks until it is rendered: a machine that stands still for seconds is told to come back. */
async function read(app: Instance, path: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { status } = await app.ask(path, { headers: { 'accept-encoding': 'br' } })
    if (status === 200) return
    if (status !== 503 || tries === mostTries) {
      throw new Trouble(`${path} answers ${status}:\n${app.said}`)
    }
    await sleep(1_000)
  }
}

/** The app's memory while so many different articles are asked for, with its usual settings. */
export async function measureMemory(paper: OpenPaper, count: number): Promise<Figure[]> {
  const paths = await articleAddresses(paper.url, { stories: paper.stories, count, seed: 2 })
  const app = await Instance.start({ databaseUrl: paper.url })
  let most = 0
  let answered = 0
  const began = performance.now()
  try {
    const inTurn = pLimit(askedAtOnce)
    await inTurn.map(paths, async (path) => {
      await read(app, path)
      answered += 1
      if (answered % lookEvery === 0) most = Math.max(most, app.rssBytes)
    })
    const { documents } = await app.health()
    const seconds = (performance.now() - began) / 1000
    return [
      { name: 'different articles asked for', value: paths.length },
      { name: 'rendered', value: paths.length / seconds, unit: '/s' },
      { name: 'kept in memory', value: documents.documents, unit: 'documents' },
      { name: 'kept in memory', value: documents.bytes / megabyte, unit: 'MB' },
      {
        name: 'resident, afterwards',
        value: app.rssBytes / megabyte,
        unit: 'MB',
        limit: { most: mostMegabytes },
      },
      {
        name: 'resident, at most meanwhile',
        value: Math.max(most, app.rssBytes) / megabyte,
        unit: 'MB',
        limit: { most: mostMegabytes },
      },
    ]
  } finally {
    await app.stop()
  }
}
