import { useEffect, useRef, useState } from 'react'

/** The longest delay of an update while typing continues; otherwise the update follows the next pause. */
const debounceMs = 120
const maxWaitMs = 400

/** The debounced value: typing does not wait for the rendering that depends on it. */
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
