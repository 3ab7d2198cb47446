import type { Refusal } from '@/lib/outcome'

/** What the server answered; "offline" when nothing, or nothing that is an answer of ours, came back. */
export type StoryAnswer = { ok: true; text: string } | { ok: false; reason: Refusal | 'offline' }

async function refusalOf(response: Response): Promise<Refusal | 'offline'> {
  // A proxy's own page, or an answer that broke off, has no reason in it.
  const answer: unknown = await response.json().catch(() => null)
  const isReasoned = typeof answer === 'object' && answer !== null && 'reason' in answer
  return isReasoned ? (answer.reason as Refusal) : 'offline'
}

/** Asks the server something about a story in the background; with `sent` as a POST. */
export async function askStory(
  id: number,
  way: string,
  sent?: object,
  signal?: AbortSignal,
): Promise<StoryAnswer> {
  try {
    const response = await fetch(`/newsroom/stories/${id}/${way}`, {
      ...(sent && {
        method: 'POST',
        body: JSON.stringify(sent),
        headers: { 'content-type': 'application/json' },
      }),
      ...(signal && { signal }),
      cache: 'no-store',
    })
    if (!response.ok) return { ok: false, reason: await refusalOf(response) }
    return { ok: true, text: await response.text() }
  } catch {
    // No line, or a newer question took its place.
    return { ok: false, reason: 'offline' }
  }
}
