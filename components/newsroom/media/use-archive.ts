import { useCallback, useEffect, useState } from 'react'
import type { Picture } from '@/lib/articles/article'

type Found = { pictures: Picture[]; state: 'loading' | 'there' | 'failed' }

// Long enough for a word's next letter, short enough to seem at once.
const pauseMs = 250

async function ask(typed: string, signal: AbortSignal): Promise<Picture[]> {
  const response = await fetch(`/newsroom/media/find?q=${encodeURIComponent(typed)}`, { signal })
  if (!response.ok) throw new Error(`pictures: ${response.status}`)
  return (await response.json()).pictures
}

/** The archive's pictures by what is typed, asked for when typing pauses. */
export function useArchive(typed: string) {
  const [found, setFound] = useState<Found>({ pictures: [], state: 'loading' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks anew
  useEffect(() => {
    const stop = new AbortController()
    setFound((before) => ({ ...before, state: 'loading' }))
    const timer = setTimeout(
      () => {
        ask(typed, stop.signal).then(
          (pictures) => setFound({ pictures, state: 'there' }),
          () => {
            if (!stop.signal.aborted) setFound((before) => ({ ...before, state: 'failed' }))
          },
        )
      },
      typed ? pauseMs : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, round])
  const again = useCallback(() => setRound((count) => count + 1), [])
  return { ...found, again }
}
