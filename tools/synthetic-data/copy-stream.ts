import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | Date | null

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A field of COPY's text format. */
function field(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  return String(value).replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign)
}

/** A line of COPY's text format. */
export const line = (values: Value[]) => `${values.map(field).join('\t')}\n`

/** Lines on their way into a table. */
export type CopyStream = {
  /** Resolves when the connection has room for more. */
  write: (lines: string) => Promise<void>
  end: () => Promise<void>
}

export function openCopyStream(
  client: pg.Client,
  table: string,
  columns: readonly string[],
): CopyStream {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const stream = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`))
  // An error is thrown by the next `write`, or by `end`.
  let failure: Error | null = null
  const ended = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve).once('error', (error) => {
      failure = error
      reject(error)
    })
  })
  ended.catch(() => {})
  return {
    write: (lines) =>
      new Promise((resolve, reject) => {
        if (failure) reject(failure)
        else if (lines === '') resolve()
        else stream.write(Buffer.from(lines), (error) => (error ? reject(error) : resolve()))
      }),
    end: () => {
      stream.end()
      return ended
    },
  }
}

/** A whole small table at once. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Value[][],
): Promise<void> {
  const copyStream = openCopyStream(client, table, columns)
  await copyStream.write(rows.map(line).join(''))
  await copyStream.end()
}
