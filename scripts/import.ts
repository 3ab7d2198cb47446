import { readFile } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { connectDb } from '../lib/db/client'
import { importStories } from '../lib/import/commands'
import { readJsonl } from '../lib/import/jsonl'
import { readSavedPage } from '../lib/import/saved-page'
import type { ImportFault, ReadFile } from '../lib/import/story'
import { withDatabase } from './database'

/** `npm run import -- FILE…`: puts saved article pages (.txt) and story collections (.jsonl) into the paper. */
const say = (line: string) => process.stdout.write(`${line}\n`)

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder throws at the first byte that is no UTF-8.
    return null
  }
}

async function read(file: string): Promise<ReadFile> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    return {
      ok: false,
      faults: [{ line: 0, reason: `cannot be read: ${(error as Error).message}` }],
    }
  }
  const content = decode(bytes)
  if (content === null) return { ok: false, faults: [{ line: 1, reason: 'is not UTF-8 text' }] }
  return /\.(jsonl|ndjson)$/i.test(file) ? readJsonl(content) : readSavedPage(content)
}

const tell = (file: string, faults: ImportFault[]) => {
  for (const { line, reason } of faults)
    say(line > 0 ? `${file}:${line}: ${reason}` : `${file}: ${reason}`)
  say(`${file}: nothing imported`)
}

const files = process.argv.slice(2)
if (files.length === 0) {
  say('usage: npm run import -- FILE…   (.txt: a saved article page, .jsonl: a story a line)')
  process.exit(2)
}
let failed = 0
await withDatabase(async (url) => {
  const db = connectDb(url)
  try {
    for (const file of files) {
      const content = await read(file)
      const outcome = content.ok ? await importStories(db, content.stories, new Date()) : content
      if (!outcome.ok) {
        failed += 1
        tell(file, outcome.faults)
        continue
      }
      const { added, completed, headlines, known } = outcome.report
      say(
        `${file}: ${added} added, ${completed} completed, ${headlines} headlines, ${known} known already`,
      )
    }
  } finally {
    await db.$disconnect()
  }
})
process.exitCode = failed > 0 ? 1 : 0
