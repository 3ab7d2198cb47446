import { useEffect, useState } from 'react'
import { ask } from '@/components/newsroom/story/ask'
import type { Named, NameKind } from '@/lib/people/name'

// Between two letters of somebody who types fast; nobody waits for it knowingly.
const pauseMs = 120

export type FoundNames = { typed: string; names: Named[]; isLost: boolean }

/** What answers to the letters typed, asked of the server at each pause; null while nothing is known yet. */
export function useNames(kind: NameKind, typed: string, isOpen: boolean): FoundNames | null {
  const [found, setFound] = useState<FoundNames | null>(null)
  useEffect(() => {
    if (!isOpen) return
    const calledOff = new AbortController()
    const look = async () => {
      const query = new URLSearchParams({ q: typed })
      const answer = await ask<Named[]>(`names/${kind}?${query}`, { signal: calledOff.signal })
      setFound({ typed, names: answer.ok ? answer.value : [], isLost: !answer.ok })
    }
    const timer = setTimeout(() => look().catch(() => {}), pauseMs)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [kind, typed, isOpen])
  return found
}
