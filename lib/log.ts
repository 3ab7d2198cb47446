import { format } from 'node:util'
import pino, { type Logger } from 'pino'

// Control and format characters, line and paragraph separators: a terminal obeys them, an editor hides them or turns
// the line round. pino escapes those of ASCII alone.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const toEscape = (sign: string) =>
  [...Array(sign.length).keys()]
    .map((index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')

/** A line of JSON with every invisible character escaped: it means the same, and shows what a visitor sent. */
export const escapeInvisible = (line: string): string => line.replace(invisible, toEscape)

/** A log of JSON lines on standard output. */
export const createLog = (name: string): Logger =>
  pino(
    { name, level: 'info' },
    { write: (line) => void process.stdout.write(`${escapeInvisible(line.trimEnd())}\n`) },
  )

/** Makes lines of `log` of what libraries print as errors and warnings: they put addresses and fields into it unescaped. */
export function logConsole(log: Logger): void {
  console.error = (...args: unknown[]) => log.error(format(...args))
  console.warn = (...args: unknown[]) => log.warn(format(...args))
}
