import { toLatinDigits } from '@/lib/bengali/digits'
import { readNumber } from '@/lib/content-model/article'
import { canonicalPath } from '@/lib/urls/canonical-path'
import { legacyAddress } from '@/lib/urls/legacy-address'
import { reservedPathsOf, startsWithPath } from '@/lib/urls/reserved-paths'
import type { CsvRow } from './parse-csv'
import type { FaultReason, RedirectFault, RedirectLine, RedirectTarget } from './redirect'

const absoluteUrl = /^https?:\/\/([^/?#]+)/i

// The server looks for no redirect at these addresses (server/http/address.ts).
const reserved = startsWithPath(...reservedPathsOf('uncached', 'files', 'internal'))
// The server reads no longer path; PostgreSQL's index takes no longer text.
const maxPathLength = 1_000
const maxAddressLength = 2_000

type ParseResult<T> = { value: T } | { fault: FaultReason }

/** Path and query of an address with or without its host. */
function partsOf(cell: string): { host: string | null; path: string; query: string } | null {
  const [start = '', host = null] = absoluteUrl.exec(cell) ?? []
  const [rest = ''] = cell.slice(start.length).split('#', 1)
  if (rest !== '' && !/^[/?]/.test(rest)) return null
  if (rest === '' && host === null) return null
  const mark = rest.indexOf('?')
  const path = mark < 0 ? rest : rest.slice(0, mark)
  return { host, path: path || '/', query: mark < 0 ? '' : rest.slice(mark + 1) }
}

function parseSource(cell: string): ParseResult<string> {
  const parts = partsOf(cell)
  const address = parts && legacyAddress(parts.path, parts.query)
  if (!parts || address === null) return { fault: 'notAddress' }
  const [path = ''] = address.split('?')
  if (path.length > maxPathLength || address.length > maxAddressLength) return { fault: 'tooLong' }
  return reserved.test(path) ? { fault: 'reserved' } : { value: address }
}

/** The id of the story in a path, under any category; null for another path. */
export function storyIdIn(path: string): number | null {
  const [, category = '', id = ''] = /^\/([^/]+)\/(\d+)$/.exec(path) ?? []
  return category === 'topic' || category === 'author' ? null : readNumber(id)
}

function parseTarget(cell: string, hosts: string[]): ParseResult<RedirectTarget> {
  const storyId = readNumber(toLatinDigits(cell))
  if (storyId !== null) return { value: { path: null, storyId } }
  const parts = partsOf(cell)
  if (!parts) return { fault: 'notTarget' }
  if (parts.host !== null && !hosts.includes(parts.host.toLowerCase()))
    return { fault: 'elsewhere' }
  if (parts.query !== '' || cell.includes('#')) return { fault: 'targetQuery' }
  const path = canonicalPath(parts.path)
  return path === null ? { fault: 'notTarget' } : { value: { path, storyId: storyIdIn(path) } }
}

const isAddress = (cell: string) => /^[/?]/.test(cell) || absoluteUrl.test(cell)

// A first row without an address is a header.
const isHeaderRow = ({ cells }: CsvRow) =>
  !cells.some((cell) => isAddress(cell) || readNumber(toLatinDigits(cell)) !== null)

function parseRow({ line, cells }: CsvRow, hosts: string[]): RedirectLine | RedirectFault {
  const [from = '', to = '', ...more] = cells
  if (from === '' || to === '' || more.some((cell) => cell !== ''))
    return { line, reason: 'columns' }
  const source = parseSource(from)
  if ('fault' in source) return { line, reason: source.fault }
  const target = parseTarget(to, hosts)
  return 'fault' in target
    ? { line, reason: target.fault }
    : { line, from: source.value, to: target.value }
}

/** Parses the rows of a file into lines and faults. */
export function parseLines(rows: CsvRow[], hosts: string[]) {
  const lines: RedirectLine[] = []
  const faults: RedirectFault[] = []
  for (const [index, row] of rows.entries()) {
    if (index === 0 && isHeaderRow(row)) continue
    const read = parseRow(row, hosts)
    if ('reason' in read) faults.push(read)
    else lines.push(read)
  }
  return { lines, faults }
}
