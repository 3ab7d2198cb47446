import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * Browsers tell of a caret that moved in a task of its own; on a machine that is busy, a key pressed right after a click
 * comes before it and would be carried out where the caret was. So the caret is looked up before every key.
 */
export const SyncCaret = Extension.create({
  name: 'heardCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            // An input method's keys are its own: nothing is looked up in the middle of a word.
            const isComposed = view.composing || event.isComposing || event.keyCode === 229
            if (!isComposed) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            return false
          },
        },
      },
    }),
  ],
})
