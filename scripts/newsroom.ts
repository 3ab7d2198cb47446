import { withDatabase } from './database'
import { generateClient, isClientStale } from './generate'
import { program } from './interrupt'
import { listPending } from './migrate'
import { findErrand, usage } from './newsroom-usage'
import { step, Trouble } from './terminal'
import { untilHeard } from './until-heard'

/**
 * `npm run newsroom -- COMMAND …`: the newsroom's commands from the operator's terminal, acting for the installation
 * itself, beside a running `npm start` or without one. When it ends, readers get what was done. A refused command says
 * why in Bengali and ends with 1.
 */
program(import.meta.url, async () => {
  const errand = findErrand(process.argv.slice(2))
  if (!errand) {
    process.stdout.write(`${usage}\n`)
    return 2
  }
  if (isClientStale()) await step('database client', () => generateClient())
  return await withDatabase(async (url) => {
    if ((await listPending(url)).length > 0) {
      throw new Trouble('the database is not up to date: start the paper once (npm start)')
    }
    // Late: it needs the database client that was only just made.
    const { runErrand } = await import('./newsroom-commands')
    const { isDone, lines } = await runErrand(errand, url)
    if (isDone) await untilHeard(url)
    const stream = isDone ? process.stdout : process.stderr
    for (const line of lines) stream.write(`${line}\n`)
    return isDone ? 0 : 1
  })
})
