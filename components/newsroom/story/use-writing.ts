import { useCallback, useEffect, useRef, useState } from 'react'
import { isSameContent, type StoryContent } from '@/lib/newsroom/content'
import type { GivenBody } from './body/BodyEditor.client'
import { oneLine } from './one-line'

/** The content as it leaves the form: every text through the gate. The body has been there already. */
const gated = (written: StoryContent): StoryContent => ({
  ...written,
  headline: oneLine(written.headline),
  kicker: oneLine(written.kicker),
  standfirst: oneLine(written.standfirst),
  dateline: oneLine(written.dateline),
})

/**
 * What stands in the form, as it was typed, and how it is told. `given` is the last body from elsewhere. Contents that
 * were handed out are known when they come back, so that a slow answer never takes away what was typed meanwhile.
 */
export function useWriting(content: StoryContent, onChange: (content: StoryContent) => void) {
  const [written, setWritten] = useState(content)
  const [given, setGiven] = useState<GivenBody>({ body: content.body, round: 0 })
  const current = useRef(content)
  const handedOut = useRef(new WeakSet<StoryContent>([content]))
  const tell = useRef(onChange)
  tell.current = onChange

  const write = useCallback((change: Partial<StoryContent>) => {
    current.current = { ...current.current, ...change }
    setWritten(current.current)
    const out = gated(current.current)
    handedOut.current.add(out)
    tell.current(out)
  }, [])

  useEffect(() => {
    if (handedOut.current.has(content)) return
    handedOut.current.add(content)
    if (isSameContent(content, gated(current.current))) return
    current.current = content
    setWritten(content)
    setGiven(({ round }) => ({ body: content.body, round: round + 1 }))
  }, [content])

  return { written, given, write }
}
