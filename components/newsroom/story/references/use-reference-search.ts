import { useEffect, useState } from 'react'
import { callEditorApi } from '@/components/newsroom/story/editor-api'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

// Longer than the gap between two keystrokes of a fast typist, too short to be noticed.
const debounceMs = 120

export type ReferenceSearchResult = { typed: string; entries: TaxonomyName[]; isOffline: boolean }

/** The matches of the typed text, requested at each pause; null until the first response. */
export function useReferenceSearch(
  kind: TaxonomyKind,
  typed: string,
  isOpen: boolean,
): ReferenceSearchResult | null {
  const [found, setFound] = useState<ReferenceSearchResult | null>(null)
  useEffect(() => {
    if (!isOpen) return
    const controller = new AbortController()
    const search = async () => {
      const query = new URLSearchParams({ q: typed })
      const result = await callEditorApi<TaxonomyName[]>(`taxonomy/${kind}?${query}`, {
        signal: controller.signal,
      })
      setFound({ typed, entries: result.ok ? result.value : [], isOffline: !result.ok })
    }
    const timer = setTimeout(() => search().catch(() => {}), debounceMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [kind, typed, isOpen])
  return found
}
