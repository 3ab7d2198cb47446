import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { UserError } from '../../tools/terminal/terminal'
import { ServerInstance } from '../../tools/test-harness/processes/server-instance'
import { articleAddresses } from '../papers/page-addresses'
import type { OpenPaper } from '../papers/sized-paper'
import { type Figure, figure } from '../report/figures'

const megabyte = 1024 * 1024
const mostMegabytes = 512
// The server renders one at a time; a few more wait, so that it never does.
const concurrency = 4
const sampleEvery = 100
const mostTries = 10

/** Requests the page until it is rendered: the server may answer 503 while the machine is busy. */
async function read(app: ServerInstance, path: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { status } = await app.request(path, { headers: { 'accept-encoding': 'br' } })
    if (status === 200) return
    if (status !== 503 || tries === mostTries) {
      throw new UserError(`${path} answers ${status}:\n${app.output}`)
    }
    await sleep(1_000)
  }
}

/** The app's memory while so many different articles are asked for, with its usual settings. */
export async function measureMemory(paper: OpenPaper, count: number): Promise<Figure[]> {
  const paths = await articleAddresses(paper.url, { stories: paper.stories, count, seed: 2 })
  const app = await ServerInstance.start({ databaseUrl: paper.url })
  let most = 0
  let answered = 0
  const began = performance.now()
  try {
    await pLimit(concurrency).map(paths, async (path) => {
      await read(app, path)
      answered += 1
      if (answered % sampleEvery === 0) most = Math.max(most, app.rssBytes)
    })
    const { documents } = await app.health()
    const seconds = (performance.now() - began) / 1000
    most = Math.max(most, app.rssBytes)
    return [
      figure('different articles asked for', paths.length),
      figure('rendered', paths.length / seconds, '/s'),
      figure('kept in memory', documents.documents, 'documents'),
      figure('kept in memory', documents.bytes / megabyte, 'MB'),
      figure('resident, afterwards', app.rssBytes / megabyte, 'MB', { most: mostMegabytes }),
      figure('resident, at most meanwhile', most / megabyte, 'MB', { most: mostMegabytes }),
    ]
  } finally {
    await app.stop()
  }
}
