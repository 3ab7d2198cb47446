'use client'

import { AmbiguousWordPrompt } from './AmbiguousWordPrompt.client'
import { BijoyConvertPrompt } from './BijoyConvertPrompt.client'
import type { BijoyLineState } from './use-bijoy-line'

/** Below a line: first offers to convert its Bijoy, then asks about each doubtful word. */
export function BijoyLinePrompts({ line }: { line: BijoyLineState }) {
  const [word] = line.unsure
  if (line.found.length > 0)
    return <BijoyConvertPrompt onConvert={line.convert} onKeep={line.keep} />
  if (!word) return null
  return (
    <AmbiguousWordPrompt
      word={word}
      count={line.unsure.length}
      onShow={() => line.showWord(word)}
      onResolve={(isBijoyWord) => line.resolve(word, isBijoyWord)}
    />
  )
}
