'use client'

import { BijoyOffer } from './BijoyOffer.client'
import { UnsureWord } from './UnsureWord.client'
import type { BijoyLineState } from './use-bijoy-line'

/** Below a line: its Bijoy is offered converted, then its doubtful words are gone through. */
export function BijoyLine({ line }: { line: BijoyLineState }) {
  const [word] = line.unsure
  if (line.found.length > 0) return <BijoyOffer onConvert={line.convert} onKeep={line.keep} />
  if (!word) return null
  return (
    <UnsureWord
      word={word}
      count={line.unsure.length}
      onSee={() => line.see(word)}
      onSettle={(isBijoyWord) => line.settle(word, isBijoyWord)}
    />
  )
}
