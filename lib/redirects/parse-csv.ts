import { CsvError, parse } from 'csv-parse/sync'
import type { RedirectFault } from './redirect'

/** A row of a file, with the number of the line on which it ends. */
export type CsvRow = { line: number; cells: string[] }

export type ParsedCsv = { ok: true; rows: CsvRow[] } | { ok: false; faults: RedirectFault[] }

/** Reads comma-separated text: quoted cells, a byte order mark, all line ends, blank lines. */
export function parseCsv(text: string): ParsedCsv {
  try {
    const rows: CsvRow[] = []
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells, { lines }) => {
        rows.push({ line: lines, cells })
        return null
      },
    })
    return { ok: true, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    return { ok: false, faults: [{ line, reason: 'csv' }] }
  }
}
