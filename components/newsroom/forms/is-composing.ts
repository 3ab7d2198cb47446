import type { KeyboardEvent } from 'react'

/** Whether the key belongs to an input method that is in the middle of a word: nothing but the method may act on it. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229
