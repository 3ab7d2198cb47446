import { useEffect, useRef, useState } from 'react'
import { writeChoice } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import type { FrontStory, LaidOut } from '@/lib/newsroom/front-desk'

const pauseMs = 300

type Begun = {
  choice: FrontChoice
  laidOut: LaidOut
  stories: FrontStory[]
  layOut: (choice: FrontChoice) => Promise<LaidOut | null>
  /** The edition it was begun on, for the address. */
  on: number
}

/**
 * The front page as it is being set: what is held, and what the page makes of it. It stands in the address, so that a
 * reload, the way back or a second look lose nothing.
 */
export function useFrontDraft({ choice: begun, laidOut: first, stories, layOut, on }: Begun) {
  const [choice, setChoice] = useState(begun)
  const [laidOut, setLaidOut] = useState(first)
  const [known, setKnown] = useState(() => new Map(stories.map((story) => [story.id, story])))
  const asked = useRef(begun)
  const written = writeChoice(choice)

  useEffect(() => {
    if (asked.current === choice) return
    asked.current = choice
    const address = new URL(window.location.href)
    address.search = new URLSearchParams({ draft: writeChoice(choice), on: String(on) }).toString()
    window.history.replaceState(null, '', address)
    const timer = setTimeout(async () => {
      // Without a line what stood there last stays; the next change asks again.
      const answer = await layOut(choice).catch(() => null)
      if (answer && asked.current === choice) setLaidOut(answer)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [choice, layOut, on])

  const learn = (more: FrontStory[]) =>
    setKnown((before) => new Map([...before, ...more.map((story) => [story.id, story] as const)]))
  return { choice, setChoice, laidOut, known, learn, written }
}
