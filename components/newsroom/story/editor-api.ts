import type { Refusal } from '@/lib/outcome'

/** The server's response to the editor: the value or the refusal. `noLine` means no response. */
export type EditorApiResult<T> = { ok: true; value: T } | { ok: false; reason: Refusal | 'noLine' }

async function readResult<T>(response: Response): Promise<EditorApiResult<T>> {
  const body: unknown = await response.json()
  if (response.ok) return { ok: true, value: body as T }
  const { reason } = body as { reason?: Refusal }
  return { ok: false, reason: reason ?? 'noLine' }
}

/** Sends a request to the newsroom's server. Throws only when `signal` aborts it. */
export async function callEditorApi<T>(
  path: string,
  init: RequestInit = {},
): Promise<EditorApiResult<T>> {
  try {
    return await readResult<T>(await fetch(`/newsroom/writing/${path}`, init))
  } catch (error) {
    if (init.signal?.aborted) throw error
    // No network, or a response that is not from our routes (a proxy's): both are treated alike.
    return { ok: false, reason: 'noLine' }
  }
}

export const postToEditorApi = <T>(path: string, body: unknown): Promise<EditorApiResult<T>> =>
  callEditorApi<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
