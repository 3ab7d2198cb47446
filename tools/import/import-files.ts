import { basename } from 'node:path'
import { importActor } from '../../lib/auth/system-actors'
import { runCommand } from '../../lib/commands/command'
import { connectDb, type Db } from '../../lib/db/client'
import { importStories } from '../../lib/import/commands'
import type { ImportFault, ParsedFile } from '../../lib/import/imported-story'
import { readJsonl } from '../../lib/import/jsonl'
import { readSavedPage } from '../../lib/import/saved-page'
import { readUtf8File } from '../files/read-utf8-file'

const print = (line: string) => process.stdout.write(`${line}\n`)

async function read(file: string): Promise<ParsedFile> {
  let content: string | null
  try {
    content = await readUtf8File(file)
  } catch (error) {
    return {
      ok: false,
      faults: [{ line: 0, reason: `cannot be read: ${(error as Error).message}` }],
    }
  }
  if (content === null) return { ok: false, faults: [{ line: 1, reason: 'is not UTF-8 text' }] }
  return /\.(jsonl|ndjson)$/i.test(file) ? readJsonl(content) : readSavedPage(content)
}

function printFaults(file: string, faults: ImportFault[]): void {
  for (const { line, reason } of faults) print(`${file}${line > 0 ? `:${line}` : ''}: ${reason}`)
  print(`${file}: nothing imported`)
}

export type ImportOptions = {
  /** Whether stories without a date are published, at the time of the import. */
  publishUndated: boolean
}

async function importFile(db: Db, file: string, options: ImportOptions): Promise<boolean> {
  const content = await read(file)
  const outcome = content.ok
    ? await runCommand(db, importActor, importStories, {
        file: basename(file),
        stories: content.stories,
        ...options,
      })
    : content
  if (!outcome.ok) {
    if (!outcome.faults) throw new Error('the import was refused', { cause: outcome })
    printFaults(file, outcome.faults)
    return false
  }
  const { added, completed, headlines, known, drafts } = outcome.report
  for (const { line, reason } of content.ok ? content.notes : [])
    print(`${file}:${line}: ${reason}`)
  print(
    `${file}: ${added} added, ${completed} completed, ${headlines} headlines, ${known} known already`,
  )
  if (drafts > 0)
    print(
      `${file}: ${drafts} as drafts, which readers do not see: marked so, of a date to come, or of none`,
    )
  return true
}

/** Imports the files one after another, telling what came of each. False when one of them was refused. */
export async function importFiles(
  files: string[],
  url: string,
  options: ImportOptions,
): Promise<boolean> {
  const db = connectDb(url)
  try {
    let isGood = true
    for (const file of files) isGood = (await importFile(db, file, options)) && isGood
    return isGood
  } finally {
    await db.$disconnect()
  }
}
