import type { Refusal } from '@/lib/outcome'

/** What the server answered; "offline" when nothing, or nothing that is an answer of ours, came back. */
export type StoryResponse = { ok: true; text: string } | { ok: false; reason: Refusal | 'offline' }

async function reasonFrom(response: Response): Promise<Refusal | 'offline'> {
  // A proxy's own page, or an answer that broke off, has no reason in it.
  const parsed: unknown = await response.json().catch(() => null)
  const hasReason = typeof parsed === 'object' && parsed !== null && 'reason' in parsed
  return hasReason ? (parsed.reason as Refusal) : 'offline'
}

/** Asks the server something about a story in the background; with `sent` as a POST. */
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
    // No line, or a newer question took its place.
    return { ok: false, reason: 'offline' }
  }
}
