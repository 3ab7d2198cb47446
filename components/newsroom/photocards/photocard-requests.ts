import { useCallback, useEffect, useRef, useState } from 'react'
import { requestStory } from '@/components/newsroom/preview/story-request'
import { useDebouncedValue } from '@/components/newsroom/preview/use-debounced-value'
import type { Refusal } from '@/lib/outcome'
import type { PhotocardRequest } from '@/lib/photocards/photocard'
import { randomId } from '../random-id'

export type PhotocardError = Refusal | 'offline'

/** The preview picture of a card, as an object URL of this page. */
export type PreviewState = { url: string | null; error: PhotocardError | null; isLoading: boolean }

async function errorFrom(response: Response): Promise<PhotocardError> {
  // A proxy's error page contains no refusal.
  const result = (await response.json().catch(() => null)) as { reason?: Refusal } | null
  return result?.reason ?? 'offline'
}

async function fetchPreview(
  id: number,
  look: PhotocardRequest,
  signal: AbortSignal,
): Promise<Blob | PhotocardError> {
  try {
    const response = await fetch(`/newsroom/stories/${id}/photocards/preview`, {
      method: 'POST',
      body: JSON.stringify(look),
      headers: { 'content-type': 'application/json' },
      cache: 'no-store',
      signal,
    })
    return response.ok ? await response.blob() : await errorFrom(response)
  } catch {
    // There is no network, or a newer preview request has replaced this one.
    return 'offline'
  }
}

/** Requests a new preview when the fields have not changed for a moment; null while they are incomplete. */
export function usePhotocardPreview(
  id: number,
  look: PhotocardRequest | null,
): PreviewState & { retry: () => void } {
  const [preview, setPreview] = useState<PreviewState>({ url: null, error: null, isLoading: false })
  const [attempt, setAttempt] = useState(0)
  const requested = useDebouncedValue(look && JSON.stringify(look))
  const url = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round requests the same preview again
  useEffect(() => {
    if (!requested) return
    const controller = new AbortController()
    setPreview((before) => ({ ...before, isLoading: true }))
    void fetchPreview(id, JSON.parse(requested), controller.signal).then((result) => {
      if (controller.signal.aborted) return
      const old = url.current
      url.current = result instanceof Blob ? URL.createObjectURL(result) : old
      if (old && old !== url.current) URL.revokeObjectURL(old)
      const error = result instanceof Blob ? null : result
      setPreview({ url: url.current, error, isLoading: false })
    })
    return () => controller.abort()
  }, [id, requested, attempt])
  useEffect(() => () => void (url.current && URL.revokeObjectURL(url.current)), [])
  return { ...preview, retry: useCallback(() => setAttempt((before) => before + 1), []) }
}

/** Creates the card once: a request without an answer is retried with the same idempotency key. */
export function useCreatePhotocard(id: number) {
  const form = useRef<{ look: string; key: string } | null>(null)
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<PhotocardError | null>(null)
  const make = async (look: PhotocardRequest): Promise<string | null> => {
    if (isRunning.current) return null
    isRunning.current = true
    setBusy(true)
    const requested = JSON.stringify(look)
    if (form.current?.look !== requested) form.current = { look: requested, key: randomId() }
    const result = await requestStory(id, 'photocards/make', { ...look, key: form.current.key })
    isRunning.current = false
    setBusy(false)
    setError(result.ok ? null : result.reason)
    if (!result.ok) return null
    form.current = null
    return JSON.parse(result.text).code
  }
  return { make, isBusy, error }
}
