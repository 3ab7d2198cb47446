import { waitForAcks } from '../tools/database/wait-for-acks'
import { withPaper } from '../tools/launcher/with-paper'
import { parseCliCommand, usage } from '../tools/newsroom-cli/parse-cli-command'
import { runMain } from '../tools/process/run-main'

/**
 * `npm run newsroom -- COMMAND …`: the newsroom's commands from the operator's terminal, acting for the installation
 * itself, beside a running `npm start` or without one. When it ends, readers get what was done. A refused command says
 * why in Bengali and ends with 1.
 */
runMain(import.meta.url, async () => {
  const command = parseCliCommand(process.argv.slice(2))
  if (!command) {
    process.stdout.write(`${usage}\n`)
    return 2
  }
  return await withPaper(async (url) => {
    const { runCliCommand } = await import('../tools/newsroom-cli/run-cli-command')
    const { isDone, lines } = await runCliCommand(command, url)
    if (isDone) await waitForAcks(url)
    const stream = isDone ? process.stdout : process.stderr
    for (const line of lines) stream.write(`${line}\n`)
    return isDone ? 0 : 1
  })
})
