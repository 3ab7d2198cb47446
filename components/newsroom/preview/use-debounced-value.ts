import { useEffect, useRef, useState } from 'react'

/** While somebody types on, the page is drawn anew this often at least; else as soon as they pause. */
const debounceMs = 120
const maxWaitMs = 400

/** The value as it was when it last stood still for a moment: who types does not wait for what follows it. */
export function useDebouncedValue<T>(value: T): T {
  const [debounced, setDebounced] = useState(value)
  const since = useRef<number | null>(null)
  useEffect(() => {
    if (value === debounced) {
      since.current = null
      return
    }
    since.current ??= performance.now()
    const remainingMs = maxWaitMs - (performance.now() - since.current)
    const timer = setTimeout(
      () => setDebounced(() => value),
      Math.max(0, Math.min(debounceMs, remainingMs)),
    )
    return () => clearTimeout(timer)
  }, [value, debounced])
  return debounced
}
