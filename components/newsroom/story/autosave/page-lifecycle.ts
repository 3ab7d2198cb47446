type PageLifecycle = {
  /** The network is back, or somebody looks at the page again. */
  onWake: () => void
  /** Perhaps nobody comes back; `isLeaving`: the page itself goes. */
  onHide: (isLeaving: boolean) => void
  /** The page is about to be closed. */
  onUnload: (event: BeforeUnloadEvent) => void
}

/** Listens to what becomes of the page, until the answer is called. */
export function listenToPageLifecycle({ onWake, onHide, onUnload }: PageLifecycle): () => void {
  const controller = new AbortController()
  const { signal } = controller
  window.addEventListener('online', () => onWake(), { signal })
  window.addEventListener('pagehide', () => onHide(true), { signal })
  window.addEventListener('beforeunload', (event) => onUnload(event), { signal })
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'hidden' ? onHide(false) : onWake()),
    { signal },
  )
  return () => controller.abort()
}
