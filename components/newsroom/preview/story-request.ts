import type { Refusal } from '@/lib/outcome'

/** The server's response; "offline" when there was none, or none from our routes. */
export type StoryResponse = { ok: true; text: string } | { ok: false; reason: Refusal | 'offline' }

async function reasonFrom(response: Response): Promise<Refusal | 'offline'> {
  // A proxy's error page or an incomplete response contains no refusal.
  const parsed: unknown = await response.json().catch(() => null)
  const hasReason = typeof parsed === 'object' && parsed !== null && 'reason' in parsed
  return hasReason ? (parsed.reason as Refusal) : 'offline'
}

/** Sends a background request about a story; with `sent`, as a POST. */
export async function requestStory(
  id: number,
  route: string,
  payload?: object,
  signal?: AbortSignal,
): Promise<StoryResponse> {
  try {
    const response = await fetch(`/newsroom/stories/${id}/${route}`, {
      ...(payload && {
        method: 'POST',
        body: JSON.stringify(payload),
        headers: { 'content-type': 'application/json' },
      }),
      ...(signal && { signal }),
      cache: 'no-store',
    })
    if (!response.ok) return { ok: false, reason: await reasonFrom(response) }
    return { ok: true, text: await response.text() }
  } catch {
    // There is no network, or a newer request has replaced this one.
    return { ok: false, reason: 'offline' }
  }
}
