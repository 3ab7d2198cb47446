import { useEffect, useRef, useState } from 'react'
import { encodeChoice } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import type { FrontLayout, FrontStory } from '@/lib/newsroom/front-page/front-page'

const debounceMs = 300

type FrontDraftOptions = {
  choice: FrontChoice
  laidOut: FrontLayout
  stories: FrontStory[]
  layOut: (choice: FrontChoice) => Promise<FrontLayout | null>
  /** The edition that the draft is based on, for the address. */
  on: number
}

/**
 * The front page as it is being set: what is held, and what the page makes of it. It stands in the address, so that a
 * reload, the way back or a second look lose nothing.
 */
export function useFrontDraft({
  choice: initialChoice,
  laidOut: initialLayout,
  stories,
  layOut,
  on,
}: FrontDraftOptions) {
  const [choice, setChoice] = useState(initialChoice)
  const [laidOut, setLaidOut] = useState(initialLayout)
  const [known, setKnown] = useState(() => new Map(stories.map((story) => [story.id, story])))
  const requestedChoice = useRef(initialChoice)
  const encodedChoice = encodeChoice(choice)

  useEffect(() => {
    if (requestedChoice.current === choice) return
    requestedChoice.current = choice
    const address = new URL(window.location.href)
    address.search = new URLSearchParams({ draft: encodeChoice(choice), on: String(on) }).toString()
    window.history.replaceState(null, '', address)
    const timer = setTimeout(async () => {
      // Without a network the last preview stays; the next change requests it again.
      const result = await layOut(choice).catch(() => null)
      if (result && requestedChoice.current === choice) setLaidOut(result)
    }, debounceMs)
    return () => clearTimeout(timer)
  }, [choice, layOut, on])

  const addStories = (more: FrontStory[]) =>
    setKnown((before) => new Map([...before, ...more.map((story) => [story.id, story] as const)]))
  return { choice, setChoice, laidOut, known, learn: addStories, written: encodedChoice }
}
