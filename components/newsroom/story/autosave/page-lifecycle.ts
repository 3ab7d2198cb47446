type PageLifecycle = {
  /** The network is back, or the page is visible again. */
  onWake: () => void
  /** The page is hidden and may not be shown again; `isLeaving`: the page is being unloaded. */
  onHide: (isLeaving: boolean) => void
  /** The page is about to be closed. */
  onUnload: (event: BeforeUnloadEvent) => void
}

/** Listens to the page's lifecycle events. The returned function removes the listeners. */
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
