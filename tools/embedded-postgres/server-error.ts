import { join } from 'node:path'
import { toSingleLine, UserError } from '../terminal/terminal'

/** The output of PostgreSQL's programs as one line that names the cause. */
export function toServerError(output: string, dataDir: string): UserError {
  const lines = output.split('\n')
  const cause =
    lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ??
    lines.findLast((line) => /error:|could not/i.test(line)) ??
    lines.findLast((line) => line.trim()) ??
    'it ended without a word'
  const said = toSingleLine(cause.replace(/^.*?\b(FATAL|PANIC|error):\s*/, ''))
  return new UserError(
    `PostgreSQL could not start in ${dataDir}: ${said}. ${advice(output, dataDir)}`,
  )
}

function advice(output: string, dataDir: string): string {
  if (/No space left|Disk quota exceeded/.test(output))
    return 'Free some disk space and start again'
  if (/Permission denied|Read-only file system/.test(output)) return 'Let this user write there'
  if (/could not look up effective user ID/.test(output)) {
    return 'Give this user a name in /etc/passwd, or start as another'
  }
  if (/could not map anonymous shared memory|out of memory/i.test(output)) {
    return 'It needs about 200 MB of free memory'
  }
  return `More is in ${join(dataDir, 'postgres.log')}, if it got so far`
}
