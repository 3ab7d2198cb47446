/**
 * A failure the operator can do something about: the message says what is wrong and what to do,
 * in one line, and is printed without a stack trace. Everything else that is thrown is our bug.
 */
export class UserError extends Error {
  override name = 'Trouble'
}

export type LogLine = (line: string) => void

/** One line to the operator. Goes to stdout; `complain` is the same for stderr. */
export const info: LogLine = (line) => void process.stdout.write(`dainik: ${line}\n`)
export const warn: LogLine = (line) => void process.stderr.write(`dainik: ${line}\n`)

// A closed terminal answers writes with EIO or EPIPE. That must not become a crash: the hang-up
// signal that comes with it still has to stop PostgreSQL in good order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

export function seconds(ms: number): string {
  return ms < 100 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** Runs a step and prints its one line when done; a long step says every `tickMs` that it goes on. */
export async function step<T>(
  name: string,
  run: (progress: (detail: string) => void) => Promise<T>,
  { out = info, tickMs = 5000 }: { out?: LogLine; tickMs?: number } = {},
): Promise<T> {
  const began = performance.now()
  let detail = ''
  const ticker = setInterval(() => {
    out(`${name} … ${seconds(performance.now() - began)}${detail && ` (${detail})`}`)
  }, tickMs)
  try {
    const result = await run((now) => {
      detail = now
    })
    out(`${name}: done in ${seconds(performance.now() - began)}`)
    return result
  } finally {
    clearInterval(ticker)
  }
}

/** The one line for an error: the message alone for a {@link UserError}, with the stack for a bug. */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return toSingleLine(error.message)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

export function toSingleLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}

export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}
