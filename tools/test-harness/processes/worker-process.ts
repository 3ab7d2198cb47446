import { join } from 'node:path'
import { SpawnedProcess } from './spawned-process'

export type WorkerOptions = {
  databaseUrl: string
  /** By how much this machine's clock is wrong. */
  clockSkewMs?: number
  /** Further settings, by their names in .env.example. */
  settings?: Record<string, string>
}

/** Makes every clock of the process show another hour, as on a machine with a wrong clock. */
const skewedClock = (ms: number) =>
  `data:text/javascript,const Real=Date;globalThis.Date=class extends Real{constructor(...given){given.length?super(...given):super(Real.now()+(${ms}))}static now(){return Real.now()+(${ms})}}`

/** `npm run worker`, as an operator starts it. It works as soon as it is made; what it does shows in the database. */
export class WorkerProcess extends SpawnedProcess {
  constructor({ databaseUrl, clockSkewMs = 0, settings }: WorkerOptions) {
    const clockArgs = clockSkewMs === 0 ? [] : ['--import', skewedClock(clockSkewMs)]
    const args = ['--import', 'tsx', ...clockArgs, '--conditions=react-server', 'scripts/worker.ts']
    const { PATH, HOME } = process.env
    super(process.execPath, args, {
      cwd: join(import.meta.dirname, '../../..'),
      env: { PATH, HOME, NODE_ENV: 'production', DATABASE_URL: databaseUrl, ...settings },
    })
  }
}
