import type { AbstractIntlMessages } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FrontPlace } from '@/lib/front/front'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { StoryEditState } from '@/lib/newsroom/draft/working-copy'
import {
  type Preview,
  type PreviewViewName,
  parsePreview,
  type ReferenceIds,
  referenceIdsOf,
} from '@/lib/newsroom/preview/preview'
import { requestStory } from './story-request'

/** The data with which the browser renders a preview. */
export type LoadedPreview = { preview: Preview; words: AbstractIntlMessages }

type PreviewContextState = {
  context: LoadedPreview | null
  /** "stale": the data is older than the last request. */
  state: 'loading' | 'ready' | 'stale' | 'failed'
}

const lists = ['contributors', 'topics', 'sources', 'pictures'] as const

/** All ids that the content has referred to since the page opened: a removed one may return. */
function useReferencedIds(content: StoryContent): ReferenceIds {
  const all = useRef<ReferenceIds>(referenceIdsOf(content))
  const now = referenceIdsOf(content)
  const isNew =
    now.category !== all.current.category ||
    lists.some((list) => now[list].some((number) => !all.current[list].includes(number)))
  if (isNew) {
    const merge = (list: (typeof lists)[number]) => [
      ...new Set([...all.current[list], ...now[list]]),
    ]
    all.current = {
      category: now.category,
      contributors: merge('contributors'),
      topics: merge('topics'),
      sources: merge('sources'),
      pictures: merge('pictures'),
    }
  }
  return all.current
}

type PreviewContextOptions = {
  view: PreviewViewName
  place: FrontPlace
  content: StoryContent
  state: StoryEditState
}

/**
 * The data with which one view of the story is rendered. It is requested again for a new reference, when
 * its status changes, and when the network is back. Meanwhile the earlier data is used.
 */
export function usePreviewContext({
  view,
  place,
  content,
  state,
}: PreviewContextOptions): PreviewContextState & { refetch: () => void } {
  const [loaded, setLoaded] = useState<PreviewContextState>({ context: null, state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const refetch = useCallback(() => setAttempt((before) => before + 1), [])
  const numbers = useReferencedIds(content)
  const workflowKey = `${state.version} ${state.status} ${state.isPublic}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: requested again in another round, and when the story's status changes
  useEffect(() => {
    const controller = new AbortController()
    requestStory(state.id, 'preview-context', { view, place, numbers }, controller.signal).then(
      (result) => {
        if (controller.signal.aborted) return
        if (result.ok) {
          const { preview, words } = parsePreview<LoadedPreview>(result.text)
          setLoaded({ context: { preview, words }, state: 'ready' })
        } else {
          setLoaded((before) => ({ ...before, state: before.context ? 'stale' : 'failed' }))
        }
      },
    )
    return () => controller.abort()
  }, [state.id, view, place, numbers, workflowKey, attempt])

  useEffect(() => {
    if (loaded.state !== 'stale' && loaded.state !== 'failed') return
    window.addEventListener('online', refetch)
    return () => window.removeEventListener('online', refetch)
  }, [loaded.state, refetch])

  return { ...loaded, refetch }
}
