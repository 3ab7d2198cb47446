import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReplacementBody } from '@/components/newsroom/story/body-editor/BodyEditor.client'
import { isSameContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { normalizeLine } from './normalize-line'

/** The content as it leaves the form: every text through the gate. The body has been there already. */
const normalized = (typed: StoryContent): StoryContent => ({
  ...typed,
  headline: normalizeLine(typed.headline),
  kicker: normalizeLine(typed.kicker),
  standfirst: normalizeLine(typed.standfirst),
  dateline: normalizeLine(typed.dateline),
})

/**
 * What stands in the form, as it was typed, and how it is told. `given` is the last body from elsewhere. Contents that
 * were handed out are known when they come back, so that a slow answer never takes away what was typed meanwhile.
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
