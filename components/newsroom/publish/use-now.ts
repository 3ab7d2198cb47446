import { useEffect, useState } from 'react'

const updateIntervalMs = 10_000

/** The current time, updated often enough for texts such as “৩ ঘণ্টা পরে”. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), updateIntervalMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
