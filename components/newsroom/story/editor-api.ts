import type { Refusal } from '@/lib/outcome'

/** What the server answered a form that is being written in: the thing, or why not. `noLine` is no answer at all. */
export type EditorApiResult<T> = { ok: true; value: T } | { ok: false; reason: Refusal | 'noLine' }

async function readResult<T>(response: Response): Promise<EditorApiResult<T>> {
  const body: unknown = await response.json()
  if (response.ok) return { ok: true, value: body as T }
  const { reason } = body as { reason?: Refusal }
  return { ok: false, reason: reason ?? 'noLine' }
}

/** Asks the newsroom's server. Never throws, save when `signal` calls it off. */
export async function callEditorApi<T>(
  path: string,
  init: RequestInit = {},
): Promise<EditorApiResult<T>> {
  try {
    return await readResult<T>(await fetch(`/newsroom/writing/${path}`, init))
  } catch (error) {
    if (init.signal?.aborted) throw error
    // No line, or an answer that is none of ours (a proxy's): to the writer both are the same.
    return { ok: false, reason: 'noLine' }
  }
}

export const postToEditorApi = <T>(path: string, body: unknown): Promise<EditorApiResult<T>> =>
  callEditorApi<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
