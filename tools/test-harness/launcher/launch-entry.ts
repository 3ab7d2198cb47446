import { join } from 'node:path'
import { withClient } from '../../database/database'
import { launch } from '../../launcher/launcher'
import { runProcess } from '../../process/child-process'
import { runMain } from '../../process/run-main'
import { UserError } from '../../terminal/terminal'

/** The options of a launcher under test, as JSON in the first argument. */
export type LaunchRequest = {
  root: string
  dataDir: string
  port: number
  databaseUrl?: string
  /** A build that takes so long, in two processes; without it the build counts as fresh. */
  buildSeconds?: number
}

/** `npm start` with the real launcher, database and supervision, and a server and build that are cheap. */
runMain(import.meta.url, async () => {
  const request = JSON.parse(process.argv[2] ?? '{}') as LaunchRequest
  const { root, dataDir, port, databaseUrl = null, buildSeconds } = request
  await launch(
    { root, dataDir, host: '127.0.0.1', port, databaseUrl, isDev: false },
    {
      isClientStale: () => false,
      isBuildStale: () => buildSeconds !== undefined,
      build: async () => {
        process.stdout.write('building\n')
        const script = `sleep ${buildSeconds} & sleep ${buildSeconds}; wait`
        const { code, signal } = await runProcess('sh', ['-c', script], { cwd: root })
        if (code !== 0) throw new UserError(`the build was ended by ${signal}: start again`)
      },
      seed: async (url) => {
        await withClient(url, (client) =>
          client.query(`insert into "Article" (headline) values ('প্রথম খবর')`),
        )
      },
      serverCommand: [join(root, 'server.mjs')],
    },
  )
  await new Promise(() => {})
})
