import type { KeyboardEvent } from 'react'

/** Whether the key belongs to an input method that is composing a word. Only the input method may handle it. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229
