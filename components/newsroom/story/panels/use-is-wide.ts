import { useSyncExternalStore } from 'react'

// The width from which tools stand beside the story: the token "lg".
const wideQuery = '(min-width: 64rem)'

function subscribe(listener: () => void) {
  const query = matchMedia(wideQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is room beside the story. Not until the page has its script. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(wideQuery).matches,
    () => false,
  )
