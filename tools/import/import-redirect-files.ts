import { terminalActor } from '../../lib/auth/system-actors'
import { toBengaliDigits } from '../../lib/bengali/digits'
import { runCommand } from '../../lib/commands/command'
import { connectDb, type Db } from '../../lib/db/client'
import { importRedirects } from '../../lib/redirects/commands'
import { type ParsedCsv, parseCsv } from '../../lib/redirects/parse-csv'
import type { RedirectFault, RedirectReport } from '../../lib/redirects/redirect'
import messages from '../../messages/bn.json'
import { readUtf8File } from '../files/read-utf8-file'
import { errorCode, seconds } from '../terminal/terminal'

export type RedirectImportOptions = {
  files: string[]
  skipBad: boolean
  /** Of this site, with their ports. */
  hosts: string[]
  /** The database's. */
  url: string
}

const { faults: faultWords, ...texts } = messages.redirects

/** A message with its places filled; numbers in Bengali digits. next-intl wants the React of a browser or a render. */
const formatMessage = (message: string, words: Record<string, string | number> = {}) =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = String(words[name] ?? '')
    return /^\d+$/.test(word) ? toBengaliDigits(word) : word
  })

const print = (line: string) => process.stdout.write(`${line}\n`)
const printError = (line: string) => process.stderr.write(`${line}\n`)

// To repair a file the first faults are enough.
const maxFaultsShown = 100

function printFaults(file: string, faults: RedirectFault[]): void {
  for (const { line, reason, words } of faults.slice(0, maxFaultsShown)) {
    printError(`${file}:${line}: ${formatMessage(faultWords[reason], words)}`)
  }
  const more = faults.length - maxFaultsShown
  if (more > 0) printError(`${file}: ${formatMessage(texts.more, { count: more })}`)
}

function printReport(file: string, report: RedirectReport, tookMs: number): void {
  print(`${file}: ${formatMessage(texts.report, report)} (${seconds(tookMs)})`)
}

/** The file's rows; what is wrong where it has none. */
async function readRows(file: string): Promise<ParsedCsv | string> {
  try {
    const text = await readUtf8File(file)
    return text === null ? texts.notUtf8 : parseCsv(text)
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return formatMessage(texts.cannotRead, { what: (error as Error).message })
  }
}

function refuse(file: string, why: string | RedirectFault[]): boolean {
  if (typeof why === 'string') printError(`${file}: ${why}`)
  else printFaults(file, why)
  printError(`${file}: ${texts.nothing}`)
  return false
}

async function importRedirectFile(
  db: Db,
  file: string,
  { skipBad, hosts }: RedirectImportOptions,
): Promise<boolean> {
  const began = performance.now()
  const read = await readRows(file)
  if (typeof read === 'string') return refuse(file, read)
  if (!read.ok) return refuse(file, read.faults)
  const input = { rows: read.rows, hosts, skipBad }
  const outcome = await runCommand(db, terminalActor, importRedirects, input)
  if (!outcome.ok) return refuse(file, outcome.faults ?? messages.refusals[outcome.reason])
  printFaults(file, outcome.faults)
  printReport(file, outcome.report, performance.now() - began)
  return outcome.faults.length === 0
}

/** Imports the files one after another, telling what came of each. False when a line of one was at fault. */
export async function importRedirectFiles(options: RedirectImportOptions): Promise<boolean> {
  const db = connectDb(options.url)
  try {
    let isGood = true
    for (const file of options.files)
      isGood = (await importRedirectFile(db, file, options)) && isGood
    return isGood
  } finally {
    await db.$disconnect()
  }
}
