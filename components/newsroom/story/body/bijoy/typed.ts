import { Plugin } from '@tiptap/pm/state'
import { lookAtTyped } from './look'

// A word is not judged while it is being typed.
const pauseMs = 1_000

/**
 * Looks for Bijoy in what is written whenever the writer pauses.
 * @param kept words that the writer said are what they seem
 */
export const typedBijoyPlugin = (kept: () => string[]) =>
  new Plugin({
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const look = () => (view.composing ? wait() : lookAtTyped(view, kept()))
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(look, pauseMs)
      }
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) wait()
        },
        destroy: () => clearTimeout(timer),
      }
    },
  })
