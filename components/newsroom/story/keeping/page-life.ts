type PageLife = {
  /** The line is back, or somebody looks at the page again. */
  onWake: () => void
  /** Perhaps nobody comes back; `isLeaving`: the page itself goes. */
  onHide: (isLeaving: boolean) => void
  /** The page is about to be closed. */
  onUnload: (event: BeforeUnloadEvent) => void
}

/** Listens to what becomes of the page, until the answer is called. */
export function listenToPage({ onWake, onHide, onUnload }: PageLife): () => void {
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('online', () => onWake(), { signal })
  window.addEventListener('pagehide', () => onHide(true), { signal })
  window.addEventListener('beforeunload', (event) => onUnload(event), { signal })
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'hidden' ? onHide(false) : onWake()),
    { signal },
  )
  return () => listening.abort()
}
