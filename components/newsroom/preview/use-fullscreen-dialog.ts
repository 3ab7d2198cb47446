import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** The width of the element in CSS pixels; 0 before it is mounted. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}

/**
 * A dialog within the page that can be opened full screen. The element keeps its place in the document, so that
 * a frame in it is not reloaded. Full screen, it traps the focus, and Escape closes it.
 */
export function useFullscreenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isFullscreen, setFullscreen] = useState(false)
  // Both happen in one step: a frame that is hidden in between would lose its scroll position.
  const enterFullscreen = useCallback(() => {
    dialog.current?.removeAttribute('open')
    dialog.current?.showModal()
    setFullscreen(true)
  }, [])
  const exitFullscreen = useCallback(() => {
    dialog.current?.close()
    dialog.current?.setAttribute('open', '')
    setFullscreen(false)
  }, [])
  return { stage: dialog, isFull: isFullscreen, fill: enterFullscreen, leave: exitFullscreen }
}
