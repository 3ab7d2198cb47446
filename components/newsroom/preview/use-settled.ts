import { useEffect, useRef, useState } from 'react'

/** While somebody types on, the page is drawn anew this often at least; else as soon as they pause. */
const pauseMs = 120
const mostMs = 400

/** The value as it was when it last stood still for a moment: who types does not wait for what follows it. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const since = useRef<number | null>(null)
  useEffect(() => {
    if (value === settled) {
      since.current = null
      return
    }
    since.current ??= performance.now()
    const left = mostMs - (performance.now() - since.current)
    const timer = setTimeout(() => setSettled(() => value), Math.max(0, Math.min(pauseMs, left)))
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
