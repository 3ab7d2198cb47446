import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runProcess, spawnChild } from '../../tools/process/child-process'
import { freePort } from '../../tools/process/free-port'
import { endProcess, identify } from '../../tools/process/process-identity'
import { UserError } from '../../tools/terminal/terminal'
import { timedRequest } from '../../tools/test-harness/processes/http-client'
import type { SizedPaper } from '../papers/sized-paper'
import { type Figure, figure } from '../report/figures'
import { median } from '../report/quantile'

const mostSeconds = 3
const timeoutMs = 60_000

/** From `npm start` to the front page's last byte, with everything in place: a restart of the machine, say. */
async function secondsToFront(paper: SizedPaper): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawnChild('npm', ['start'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DAINIK_DATA_DIR: paper.folder,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  })
  const started = child.pid ? identify(child.pid) : null
  try {
    for (;;) {
      const answer = await timedRequest(port, '/').catch(() => null)
      if (answer?.status === 200) return (performance.now() - began) / 1000
      if (child.exitCode !== null || performance.now() - began > timeoutMs) {
        throw new UserError('npm start does not serve: what it says is seen when it is typed')
      }
      await sleep(10)
    }
  } finally {
    if (started) await endProcess(started, { graceMs: 15_000, group: true })
  }
}

/** PostgreSQL of the paper must not be running: it is part of the start. */
export async function measureStarts(paper: SizedPaper, times: number): Promise<Figure[]> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push(await secondsToFront(paper))
  const what = `npm start to the first page, ${paper.stories.toLocaleString('en')} stories`
  return [
    figure(`${what}, median of ${times}`, median(all), 's', { most: mostSeconds }),
    figure(`${what}, longest`, Math.max(...all), 's'),
  ]
}

/**
 * Builds as `npm run build` does in a fresh clone, in place, while no database can be reached: what cannot ask for stories does not
 * depend on their number.
 */
export async function measureBuild(): Promise<Figure[]> {
  rmSync('.next', { recursive: true, force: true })
  const began = performance.now()
  const { code, output } = await runProcess('npm', ['run', 'build'], {
    env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/nothing' },
  })
  if (code !== 0) throw new UserError(`the build needs something that it did not get:\n${output}`)
  return [figure('build, without a database', (performance.now() - began) / 1000, 's')]
}
