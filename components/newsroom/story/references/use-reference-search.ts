import { useEffect, useState } from 'react'
import { callEditorApi } from '@/components/newsroom/story/editor-api'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

// Between two letters of somebody who types fast; nobody waits for it knowingly.
const debounceMs = 120

export type ReferenceSearchResult = { typed: string; entries: TaxonomyName[]; isOffline: boolean }

/** What answers to the letters typed, asked of the server at each pause; null while nothing is known yet. */
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
