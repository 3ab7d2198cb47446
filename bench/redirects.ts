import { terminalActor } from '../lib/auth/system-actors'
import { runMain } from '../tools/process/run-main'
import { info, seconds, UserError } from '../tools/terminal/terminal'
import { openSizedPaper } from './papers/sized-paper'
import { readNumbers } from './read-numbers'

const limitMs = 10_000
const hosts = ['localhost:3000']

/** A file as an old site's editor would write it, of which story numbers go round. */
const fileOf = (rows: number, stories: number) =>
  Array.from({ length: rows }, (_, at) => {
    const old = `https://www.old.example/news/details.php?id=${at}&cat=${at % 9}`
    return `${old},${1 + (at % stories)}`
  }).join('\r\n')

/**
 * `npm run bench:redirects -- [--rows 100000] [--stories 1000]`: how long old addresses take to be read, looked at and
 * written, new and again. Ends with 1 when the first time took longer than 10 s.
 */
runMain(import.meta.url, async () => {
  const { rows, stories } = readNumbers({ rows: 100_000, stories: 1_000 })
  const { url } = await openSizedPaper(stories)
  // Late: it needs the database client, which may have to be made first.
  const { runCommand } = await import('../lib/commands/command')
  const { importRedirects } = await import('../lib/redirects/commands')
  const { parseCsv: readCsv } = await import('../lib/redirects/parse-csv')
  const { connectDb } = await import('../lib/db/client')
  const db = connectDb(url)
  const text = fileOf(rows, stories)
  const time = async (what: string) => {
    const began = performance.now()
    const csv = readCsv(text)
    const input = { rows: csv.ok ? csv.rows : [], hosts, skipBad: true }
    const outcome = await runCommand(db, terminalActor, importRedirects, input)
    const ms = performance.now() - began
    if (!outcome.ok) throw new UserError('the file was refused')
    const { added, known } = outcome.report
    info(`${rows} rows ${what}: ${seconds(ms)} (${added} new, ${known} known)`)
    return ms
  }
  try {
    await db.redirect.deleteMany()
    const ms = await time('new')
    await time('again')
    return ms < limitMs ? 0 : 1
  } finally {
    await db.redirect.deleteMany()
    await db.redirectQueryShape.deleteMany()
    await db.$disconnect()
  }
})
