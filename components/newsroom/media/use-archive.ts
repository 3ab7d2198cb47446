import { useCallback, useEffect, useState } from 'react'
import type { Picture } from '@/lib/articles/article'
import type { LibraryPage } from '@/lib/media/library'

type Found = LibraryPage & { state: 'loading' | 'there' | 'failed' }
/** `round` tells one asking from the next of the same. */
type Asked = { typed: string; after: number | null; round: number }

// Long enough for a word's next letter, short enough to seem at once.
const pauseMs = 250

async function ask({ typed, after }: Asked, signal: AbortSignal): Promise<LibraryPage> {
  const asked = new URLSearchParams({ q: typed, ...(after !== null && { after: String(after) }) })
  const response = await fetch(`/newsroom/media/find?${asked}`, { signal })
  if (!response.ok) throw new Error(`pictures: ${response.status}`)
  return response.json()
}

/** What is shown already goes on below with older ones; pictures taken away meanwhile shift nothing. */
function joined(before: Picture[], { after }: Asked, page: LibraryPage): Picture[] {
  return after === null ? page.pictures : [...before, ...page.pictures]
}

/** The archive's pictures by what is typed, asked for when typing pauses; older ones when somebody asks for them. */
export function useArchive(typed: string) {
  const [found, setFound] = useState<Found>({ pictures: [], next: null, state: 'loading' })
  const [wanted, setWanted] = useState<Asked>({ typed, after: null, round: 0 })
  // Other words begin at their newest.
  const after = wanted.typed === typed ? wanted.after : null
  const { round } = wanted
  useEffect(() => {
    const stop = new AbortController()
    const asked = { typed, after, round }
    setFound((before) => ({ ...before, state: 'loading' }))
    const timer = setTimeout(
      () => {
        ask(asked, stop.signal).then(
          (page) =>
            setFound(({ pictures }) => ({
              ...{ pictures: joined(pictures, asked, page), next: page.next },
              state: 'there',
            })),
          () => {
            if (!stop.signal.aborted) setFound((before) => ({ ...before, state: 'failed' }))
          },
        )
      },
      typed && after === null ? pauseMs : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, after, round])
  const again = useCallback(
    () => setWanted((before) => ({ typed, after, round: before.round + 1 })),
    [typed, after],
  )
  const older = useCallback(
    () => setWanted(({ round }) => ({ typed, after: found.next, round })),
    [typed, found.next],
  )
  return { ...found, again, older }
}
