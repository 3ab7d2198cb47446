import type { Refusal } from '@/lib/outcome'

/** What the server answered a form that is being written in: the thing, or why not. `noLine` is no answer at all. */
export type Answer<T> = { ok: true; value: T } | { ok: false; reason: Refusal | 'noLine' }

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const said: unknown = await response.json()
  if (response.ok) return { ok: true, value: said as T }
  const { reason } = said as { reason?: Refusal }
  return { ok: false, reason: reason ?? 'noLine' }
}

/** Asks the newsroom's server. Never throws, save when `signal` calls it off. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    return await readAnswer<T>(await fetch(`/newsroom/writing/${path}`, init))
  } catch (error) {
    if (init.signal?.aborted) throw error
    // No line, or an answer that is none of ours (a proxy's): to the writer both are the same.
    return { ok: false, reason: 'noLine' }
  }
}

export const tell = <T>(path: string, body: unknown): Promise<Answer<T>> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
