import { useCallback, useEffect, useState } from 'react'
import type { Picture } from '@/lib/content-model/article'
import type { LibraryPage } from '@/lib/media/library/library'

type LibraryResult = LibraryPage & { state: 'loading' | 'there' | 'failed' }
/** `round` distinguishes repeated requests for the same search. */
type LibraryRequest = { typed: string; after: number | null; round: number }

// Long enough for a word's next letter, short enough to seem at once.
const debounceMs = 250

async function fetchLibrary(
  { typed, after }: LibraryRequest,
  signal: AbortSignal,
): Promise<LibraryPage> {
  const asked = new URLSearchParams({ q: typed, ...(after !== null && { after: String(after) }) })
  const response = await fetch(`/newsroom/media/find?${asked}`, { signal })
  if (!response.ok) throw new Error(`pictures: ${response.status}`)
  return response.json()
}

/** Older pictures are appended to the shown ones. Pictures deleted meanwhile shift nothing. */
function appendPage(before: Picture[], { after }: LibraryRequest, page: LibraryPage): Picture[] {
  return after === null ? page.pictures : [...before, ...page.pictures]
}

/** Searches the archive's pictures when typing pauses; loads older ones on request. */
export function usePictureLibrary(typed: string) {
  const [result, setResult] = useState<LibraryResult>({
    pictures: [],
    next: null,
    state: 'loading',
  })
  const [request, setRequest] = useState<LibraryRequest>({ typed, after: null, round: 0 })
  // A new search starts at the newest picture.
  const after = request.typed === typed ? request.after : null
  const { round } = request
  useEffect(() => {
    const stop = new AbortController()
    const asked = { typed, after, round }
    setResult((before) => ({ ...before, state: 'loading' }))
    const timer = setTimeout(
      () => {
        fetchLibrary(asked, stop.signal).then(
          (page) =>
            setResult(({ pictures }) => ({
              pictures: appendPage(pictures, asked, page),
              next: page.next,
              state: 'there',
            })),
          () => {
            if (!stop.signal.aborted) setResult((before) => ({ ...before, state: 'failed' }))
          },
        )
      },
      typed && after === null ? debounceMs : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, after, round])
  const retry = useCallback(
    () => setRequest((before) => ({ typed, after, round: before.round + 1 })),
    [typed, after],
  )
  const loadOlder = useCallback(
    () => setRequest(({ round }) => ({ typed, after: result.next, round })),
    [typed, result.next],
  )
  return { ...result, again: retry, older: loadOlder }
}
