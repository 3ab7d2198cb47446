import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReplacementBody } from '@/components/newsroom/story/body-editor/BodyEditor.client'
import { isSameContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { normalizeLine } from './normalize-line'

/** The content that the form emits: every text is normalized. The body is normalized already. */
const normalized = (typed: StoryContent): StoryContent => ({
  ...typed,
  headline: normalizeLine(typed.headline),
  kicker: normalizeLine(typed.kicker),
  standfirst: normalizeLine(typed.standfirst),
  dateline: normalizeLine(typed.dateline),
  leadWords: Object.fromEntries(
    Object.entries(typed.leadWords).map(([name, text]) => [name, normalizeLine(text ?? '')]),
  ),
})

/**
 * The content of the form as typed, and its change handler. `given` is the last body from elsewhere. Emitted
 * contents are recognised when they come back, so that a slow response never replaces newer text.
 */
export function useStoryForm(content: StoryContent, onChange: (content: StoryContent) => void) {
  const [typed, setTyped] = useState(content)
  const [replacement, setReplacement] = useState<ReplacementBody>({
    body: content.body,
    generation: 0,
  })
  const current = useRef(content)
  const emitted = useRef(new WeakSet<StoryContent>([content]))
  const notify = useRef(onChange)
  notify.current = onChange

  const write = useCallback((change: Partial<StoryContent>) => {
    current.current = { ...current.current, ...change }
    setTyped(current.current)
    const next = normalized(current.current)
    emitted.current.add(next)
    notify.current(next)
  }, [])

  useEffect(() => {
    if (emitted.current.has(content)) return
    emitted.current.add(content)
    if (isSameContent(content, normalized(current.current))) return
    current.current = content
    setTyped(content)
    setReplacement(({ generation }) => ({ body: content.body, generation: generation + 1 }))
  }, [content])

  return { written: typed, given: replacement, write }
}
