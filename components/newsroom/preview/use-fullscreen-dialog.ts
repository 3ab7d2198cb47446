import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** How wide the element is, in CSS pixels; 0 before it is there. */
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
 * A dialog that stands in the page, and over all of it when it is asked to: the same element in the same place, so that
 * a frame in it is not loaded anew. Over the page it holds the keyboard, and Escape brings it back.
 */
export function useFullscreenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isFullscreen, setFullscreen] = useState(false)
  // Both in one step: for a moment without a place the frame would forget where it was scrolled to.
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
