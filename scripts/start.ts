import { launch } from '../tools/launcher/launcher'
import { runMain } from '../tools/process/run-main'
import { dataDirectory, readSettings } from '../tools/terminal/settings'

/** `npm start`, and with `--dev` `npm run dev`. */
runMain(import.meta.url, async () => {
  const settings = await readSettings()
  await launch({
    root: process.cwd(),
    dataDir: dataDirectory(settings),
    host: settings.HOST,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL ?? null,
    siteUrl: settings.SITE_URL ? settings.siteUrl : null,
    isDev: process.argv.includes('--dev'),
  })
  stopWithNpm()
  await new Promise(() => {}) // until a signal ends the program
})

/**
 * npm that is killed with SIGKILL cannot forward a signal: its end counts as a closed terminal.
 */
function stopWithNpm(): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.emit('SIGHUP', 'SIGHUP')
  }, 1000)
}
