import { type ClipboardEvent, type RefObject, useMemo, useState, useSyncExternalStore } from 'react'
import { normalizeText } from '@/lib/bengali/text'
import { BijoyAnswers } from './answers'
import { insertText } from './insert-text'
import { convertLine, doubtsOfPaste, holdLine, lookAtLine, type UnsureInLine } from './line-words'

const notYet = () => null

/**
 * The Bijoy of a line: recognised however it came there, offered until somebody answers.
 * @param place where answers are remembered
 */
export function useBijoyLine(
  place: string,
  value: string,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const [answers] = useState(() => new BijoyAnswers(place))
  const known = useSyncExternalStore<ReturnType<typeof answers.snapshot> | null>(
    answers.subscribe,
    answers.snapshot,
    // The server knows nothing of what this browser remembers.
    notYet,
  )
  const { found, unsure } = useMemo(
    () => (known ? lookAtLine(value, known) : { found: [], unsure: [] }),
    [known, value],
  )
  const put = (start: number, end: number, words: string) => {
    field.current?.setSelectionRange(start, end)
    if (field.current) insertText(field.current, words)
  }
  return {
    found,
    unsure,
    convert: () => {
      const { text, doubts } = convertLine(value, known?.kept ?? [])
      put(0, value.length, text)
      answers.wait({ doubts: [...(known?.doubts ?? []), ...doubts], faces: [] })
    },
    keep: () => answers.keep(found),
    see: ({ start, end }: UnsureInLine) => {
      field.current?.focus()
      field.current?.setSelectionRange(start, end)
    },
    settle: ({ start, end, original, converted }: UnsureInLine, isBijoyWord: boolean) => {
      if (!isBijoyWord) return answers.keep([original])
      put(start, end, normalizeText(converted))
      if (unsure.filter((word) => word.original === original).length > 1) return
      const doubts = (known?.doubts ?? []).filter((word) => word.original !== original)
      answers.wait({ doubts, faces: [] })
    },
    /** Takes a paste in as one line, spelt so that it may wait for an answer. */
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const text = event.clipboardData.getData('text/plain')
      if (!text || event.currentTarget.readOnly) return
      event.preventDefault()
      const pasted = holdLine(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
      insertText(event.currentTarget, pasted)
      const doubts = doubtsOfPaste(pasted).filter(({ original }) => !known?.kept.includes(original))
      if (doubts.length > 0)
        answers.wait({ doubts: [...(known?.doubts ?? []), ...doubts], faces: [] })
    },
  }
}

export type BijoyLineState = ReturnType<typeof useBijoyLine>
