/** A door answered that it did not purge. */
export class DoorRefused extends Error {
  constructor(
    name: string,
    readonly status: number,
    answer: string,
    /** Milliseconds it asks to be left alone for. */
    readonly waitMs: number,
  ) {
    super(`${name} did not purge: ${status} ${answer.slice(0, 200)}`)
    this.name = 'DoorRefused'
  }
}

const patienceMs = 5_000

export type Message = { method: 'PURGE' | 'POST'; headers: Record<string, string>; body?: string }

/**
 * Sends a door a message and answers what it said.
 * @throws DoorRefused for any status but 2xx
 */
export async function tell(name: string, url: string, message: Message): Promise<string> {
  const answer = await fetch(url, {
    ...message,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
  const text = await answer.text()
  if (answer.ok) return text
  const waitSeconds = Number(answer.headers.get('retry-after') ?? 0)
  throw new DoorRefused(name, answer.status, text, (waitSeconds || 0) * 1000)
}
