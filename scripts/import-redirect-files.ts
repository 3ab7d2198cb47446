import { terminal } from '../lib/auth/machines'
import { toBengaliDigits } from '../lib/bengali/digits'
import { connectDb, type Db } from '../lib/db/client'
import { importRedirects } from '../lib/redirects/commands'
import { type ReadCsv, readCsv } from '../lib/redirects/read-csv'
import type { RedirectFault, RedirectReport } from '../lib/redirects/redirect'
import messages from '../messages/bn.json'
import { readText } from './read-text'
import { errorCode, seconds } from './terminal'

export type ImportWish = {
  files: string[]
  skipBad: boolean
  /** Of this site, with their ports. */
  hosts: string[]
  /** The database's. */
  url: string
}

const { faults: faultWords, ...say } = messages.redirects

/** A message with its places filled; numbers in Bengali digits. next-intl wants the React of a browser or a render. */
const worded = (message: string, words: Record<string, string | number> = {}) =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = String(words[name] ?? '')
    return /^\d+$/.test(word) ? toBengaliDigits(word) : word
  })

const print = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

// Whoever mends a file needs the first of a kind of fault, not the last of fifty thousand.
const mostTold = 100

function tellFaults(file: string, faults: RedirectFault[]): void {
  for (const { line, reason, words } of faults.slice(0, mostTold)) {
    complain(`${file}:${line}: ${worded(faultWords[reason], words)}`)
  }
  const more = faults.length - mostTold
  if (more > 0) complain(`${file}: ${worded(say.more, { count: more })}`)
}

function tellReport(file: string, report: RedirectReport, tookMs: number): void {
  print(`${file}: ${worded(say.report, report)} (${seconds(tookMs)})`)
}

/** The file's rows; what is wrong where it has none. */
async function readRows(file: string): Promise<ReadCsv | string> {
  try {
    const text = await readText(file)
    return text === null ? say.notUtf8 : readCsv(text)
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return worded(say.cannotRead, { what: (error as Error).message })
  }
}

function refuse(file: string, why: string | RedirectFault[]): boolean {
  if (typeof why === 'string') complain(`${file}: ${why}`)
  else tellFaults(file, why)
  complain(`${file}: ${say.nothing}`)
  return false
}

async function importFile(db: Db, file: string, { skipBad, hosts }: ImportWish): Promise<boolean> {
  const began = performance.now()
  const read = await readRows(file)
  if (typeof read === 'string') return refuse(file, read)
  if (!read.ok) return refuse(file, read.faults)
  const outcome = await importRedirects(db, terminal, { rows: read.rows, hosts, skipBad })
  if (!outcome.ok) {
    return refuse(file, 'faults' in outcome ? outcome.faults : messages.refusals[outcome.reason])
  }
  tellFaults(file, outcome.faults)
  tellReport(file, outcome.report, performance.now() - began)
  return outcome.faults.length === 0
}

/** Imports the files one after another, telling what came of each. False when a line of one was at fault. */
export async function importRedirectFiles(wish: ImportWish): Promise<boolean> {
  const db = connectDb(wish.url)
  try {
    let isGood = true
    for (const file of wish.files) isGood = (await importFile(db, file, wish)) && isGood
    return isGood
  } finally {
    await db.$disconnect()
  }
}
