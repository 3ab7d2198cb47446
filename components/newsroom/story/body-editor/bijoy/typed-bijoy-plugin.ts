import { Plugin } from '@tiptap/pm/state'
import { detectTyped } from './detect-in-document'

// A word is not judged while it is being typed.
const debounceMs = 1_000

/**
 * Detects Bijoy when typing pauses.
 * @param keptWords words that the writer chose to keep
 */
export const typedBijoyPlugin = (keptWords: () => string[]) =>
  new Plugin({
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const detect = () => (view.composing ? scheduleDetection() : detectTyped(view, keptWords()))
      const scheduleDetection = () => {
        clearTimeout(timer)
        timer = setTimeout(detect, debounceMs)
      }
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) scheduleDetection()
        },
        destroy: () => clearTimeout(timer),
      }
    },
  })
