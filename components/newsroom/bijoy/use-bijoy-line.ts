import { type ClipboardEvent, type RefObject, useMemo, useState, useSyncExternalStore } from 'react'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { BijoyDecisionStore } from './bijoy-decisions'
import {
  type AmbiguousMatch,
  ambiguousWordsOf,
  convertLine,
  detectInLine,
  escapeBijoy,
} from './detect-in-line'
import { insertText } from './insert-text'

const serverSnapshot = () => null

/**
 * The Bijoy of a line, typed or pasted. It is offered for conversion until the writer answers.
 * @param storageKey the key under which answers are stored
 */
export function useBijoyLine(
  storageKey: string,
  value: string,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const [decisions] = useState(() => new BijoyDecisionStore(storageKey))
  const known = useSyncExternalStore<ReturnType<typeof decisions.snapshot> | null>(
    decisions.subscribe,
    decisions.snapshot,
    // The server cannot read the browser's storage.
    serverSnapshot,
  )
  const { found, ambiguous } = useMemo(
    () => (known ? detectInLine(value, known) : { found: [], ambiguous: [] }),
    [known, value],
  )
  const replaceRange = (start: number, end: number, words: string) => {
    field.current?.setSelectionRange(start, end)
    if (field.current) insertText(field.current, words)
  }
  return {
    found,
    unsure: ambiguous,
    convert: () => {
      const { text, doubts } = convertLine(value, known?.kept ?? [])
      replaceRange(0, value.length, text)
      decisions.setPending({ doubts: [...(known?.doubts ?? []), ...doubts], faces: [] })
    },
    keep: () => decisions.keepAsTyped(found),
    showWord: ({ start, end }: AmbiguousMatch) => {
      field.current?.focus()
      field.current?.setSelectionRange(start, end)
    },
    resolve: ({ start, end, original, converted }: AmbiguousMatch, isBijoyWord: boolean) => {
      if (!isBijoyWord) return decisions.keepAsTyped([original])
      replaceRange(start, end, normalizeText(converted))
      if (ambiguous.filter((word) => word.original === original).length > 1) return
      const doubts = (known?.doubts ?? []).filter((word) => word.original !== original)
      decisions.setPending({ doubts, faces: [] })
    },
    /** Inserts pasted text as one line. Its Bijoy is spelt so that normalization keeps it until it is answered. */
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const text = event.clipboardData.getData('text/plain')
      if (!text || event.currentTarget.readOnly) return
      event.preventDefault()
      const pasted = escapeBijoy(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
      insertText(event.currentTarget, pasted)
      const doubts = ambiguousWordsOf(pasted).filter(
        ({ original }) => !known?.kept.includes(original),
      )
      if (doubts.length > 0)
        decisions.setPending({ doubts: [...(known?.doubts ?? []), ...doubts], faces: [] })
    },
  }
}

export type BijoyLineState = ReturnType<typeof useBijoyLine>
