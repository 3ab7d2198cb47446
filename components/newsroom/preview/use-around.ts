import type { AbstractIntlMessages } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FrontPlace } from '@/lib/front/front'
import type { StoryContent } from '@/lib/newsroom/content'
import {
  type Preview,
  type PreviewView,
  readPreview,
  type TieNumbers,
  tieNumbersOf,
} from '@/lib/newsroom/preview'
import type { StoryState } from '@/lib/newsroom/working-copy'
import { askStory } from './ask-story'

/** All that a browser draws a content with. */
export type Around = { preview: Preview; words: AbstractIntlMessages }

type Known = {
  around: Around | null
  /** "stale": what is drawn with is older than what was asked for. */
  state: 'loading' | 'ready' | 'stale' | 'failed'
}

const lists = ['contributors', 'topics', 'sources', 'pictures'] as const

/** All numbers that the content was tied to since the page was opened: what is untied may be tied again. */
function useTiedNumbers(content: StoryContent): TieNumbers {
  const all = useRef<TieNumbers>(tieNumbersOf(content))
  const now = tieNumbersOf(content)
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

type Wish = { view: PreviewView; place: FrontPlace; content: StoryContent; state: StoryState }

/**
 * What the story is drawn with in one view. Asked for again when the story is tied to something new, when its life goes
 * on, and when the line is back; what was known before is drawn with meanwhile.
 */
export function useAround({ view, place, content, state }: Wish): Known & { again: () => void } {
  const [known, setKnown] = useState<Known>({ around: null, state: 'loading' })
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((before) => before + 1), [])
  const numbers = useTiedNumbers(content)
  const life = `${state.version} ${state.status} ${state.isPublic}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew in another round, and when the story's life goes on
  useEffect(() => {
    const left = new AbortController()
    askStory(state.id, 'around', { view, place, numbers }, left.signal).then((answer) => {
      if (left.signal.aborted) return
      if (answer.ok) {
        const { preview, words } = readPreview<Around>(answer.text)
        setKnown({ around: { preview, words }, state: 'ready' })
      } else {
        setKnown((before) => ({ ...before, state: before.around ? 'stale' : 'failed' }))
      }
    })
    return () => left.abort()
  }, [state.id, view, place, numbers, life, round])

  useEffect(() => {
    if (known.state !== 'stale' && known.state !== 'failed') return
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [known.state, again])

  return { ...known, again }
}
