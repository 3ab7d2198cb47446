import { useEffect, useState } from 'react'
import { paperNow } from '@/lib/clock'

const updateIntervalMs = 10_000

/** The current time, updated often enough for texts such as “৩ ঘণ্টা পরে”. */
export function useNow(): Date {
  const [now, setNow] = useState(() => paperNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(paperNow()), updateIntervalMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
