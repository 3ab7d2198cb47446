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
  /** Whether `choice` is a draft or an earlier edition, and not what is published. */
  hasDraft: boolean
  userId: string
}

const storageKey = (userId: string) => `dainik-front:${userId}`

/** Without storage the draft is in the address only. */
function readKept(userId: string): string | null {
  try {
    return localStorage.getItem(storageKey(userId))
  } catch {
    return null
  }
}

function writeKept(userId: string, search: string | null): void {
  try {
    if (search === null) localStorage.removeItem(storageKey(userId))
    else localStorage.setItem(storageKey(userId), search)
  } catch {
    return
  }
}

/**
 * The draft of the front page and its layout. The draft is in the address and on this device until it is published,
 * so that a reload, Back or another page loses nothing.
 */
export function useFrontDraft({
  choice: initialChoice,
  laidOut: initialLayout,
  stories,
  layOut,
  on,
  hasDraft,
  userId,
}: FrontDraftOptions) {
  const [choice, setChoice] = useState(initialChoice)
  const [laidOut, setLaidOut] = useState(initialLayout)
  const [known, setKnown] = useState(() => new Map(stories.map((story) => [story.id, story])))
  const requestedChoice = useRef(initialChoice)
  const encodedChoice = encodeChoice(choice)

  useEffect(() => {
    // On the way back the router shows the page as it was before the draft; the server reads the draft anew.
    const inAddress = new URLSearchParams(window.location.search).has('draft')
    const kept = inAddress ? window.location.search : readKept(userId)
    if (!hasDraft && kept) window.location.replace(`${window.location.pathname}${kept}`)
  }, [hasDraft, userId])

  useEffect(() => {
    if (requestedChoice.current === choice) return
    requestedChoice.current = choice
    const address = new URL(window.location.href)
    address.search = new URLSearchParams({ draft: encodeChoice(choice), on: String(on) }).toString()
    window.history.replaceState(null, '', address)
    writeKept(userId, address.search)
    const timer = setTimeout(async () => {
      // Without a network the last preview stays; the next change requests it again.
      const result = await layOut(choice).catch(() => null)
      if (result && requestedChoice.current === choice) setLaidOut(result)
    }, debounceMs)
    return () => clearTimeout(timer)
  }, [choice, layOut, on, userId])

  const addStories = (more: FrontStory[]) =>
    setKnown((before) => new Map([...before, ...more.map((story) => [story.id, story] as const)]))
  const forget = () => writeKept(userId, null)
  return { choice, setChoice, laidOut, known, learn: addStories, forget, written: encodedChoice }
}
