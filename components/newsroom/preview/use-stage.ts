import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** How wide the element is, in CSS pixels; 0 before it is there. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
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
export function useStage() {
  const stage = useRef<HTMLDialogElement>(null)
  const [isFull, setFull] = useState(false)
  // Both in one step: for a moment without a place the frame would forget where it was scrolled to.
  const fill = useCallback(() => {
    stage.current?.removeAttribute('open')
    stage.current?.showModal()
    setFull(true)
  }, [])
  const leave = useCallback(() => {
    stage.current?.close()
    stage.current?.setAttribute('open', '')
    setFull(false)
  }, [])
  return { stage, isFull, fill, leave }
}
