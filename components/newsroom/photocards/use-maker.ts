import { useCallback, useEffect, useRef, useState } from 'react'
import { askStory } from '@/components/newsroom/preview/ask-story'
import { useSettled } from '@/components/newsroom/preview/use-settled'
import type { Refusal } from '@/lib/outcome'
import type { CardLook } from '@/lib/photocards/photocard'

export type Trouble = Refusal | 'offline'

/** A card as it would be made, as a picture of this page's. */
export type Shown = { url: string | null; trouble: Trouble | null; isDrawing: boolean }

async function refusalOf(response: Response): Promise<Trouble> {
  // A proxy's own page has no reason in it.
  const answer = (await response.json().catch(() => null)) as { reason?: Refusal } | null
  return answer?.reason ?? 'offline'
}

async function draw(id: number, look: CardLook, signal: AbortSignal): Promise<Blob | Trouble> {
  try {
    const response = await fetch(`/newsroom/stories/${id}/photocards/preview`, {
      method: 'POST',
      body: JSON.stringify(look),
      headers: { 'content-type': 'application/json' },
      cache: 'no-store',
      signal,
    })
    return response.ok ? await response.blob() : await refusalOf(response)
  } catch {
    // No line, or a newer look took its place.
    return 'offline'
  }
}

/** Draws the card anew whenever what it says has stood still for a moment; null is not yet a card. */
export function useDrawn(id: number, look: CardLook | null): Shown & { again: () => void } {
  const [shown, setShown] = useState<Shown>({ url: null, trouble: null, isDrawing: false })
  const [round, setRound] = useState(0)
  const wanted = useSettled(look && JSON.stringify(look))
  const url = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round draws the same again
  useEffect(() => {
    if (!wanted) return
    const asking = new AbortController()
    setShown((before) => ({ ...before, isDrawing: true }))
    void draw(id, JSON.parse(wanted), asking.signal).then((drawn) => {
      if (asking.signal.aborted) return
      const old = url.current
      url.current = drawn instanceof Blob ? URL.createObjectURL(drawn) : old
      if (old && old !== url.current) URL.revokeObjectURL(old)
      const trouble = drawn instanceof Blob ? null : drawn
      setShown({ url: url.current, trouble, isDrawing: false })
    })
    return () => asking.abort()
  }, [id, wanted, round])
  useEffect(() => () => void (url.current && URL.revokeObjectURL(url.current)), [])
  return { ...shown, again: useCallback(() => setRound((before) => before + 1), []) }
}

/** Random, so that nobody can name a card that is not theirs; the form is known by it when it is sent twice. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** Makes the card, once however often it is asked to: what was not answered is asked again under the same key. */
export function useMaking(id: number) {
  const form = useRef<{ look: string; key: string } | null>(null)
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async (look: CardLook): Promise<string | null> => {
    if (isRunning.current) return null
    isRunning.current = true
    setBusy(true)
    const wanted = JSON.stringify(look)
    if (form.current?.look !== wanted) form.current = { look: wanted, key: newKey() }
    const answer = await askStory(id, 'photocards/make', { ...look, key: form.current.key })
    isRunning.current = false
    setBusy(false)
    setTrouble(answer.ok ? null : answer.reason)
    if (!answer.ok) return null
    form.current = null
    return JSON.parse(answer.text).code
  }
  return { make, isBusy, trouble }
}
