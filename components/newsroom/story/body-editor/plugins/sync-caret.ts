import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * Browsers report a caret move in a separate task. On a busy machine, a key pressed right after a click
 * arrives earlier and would act at the old position. The caret is therefore read before every key.
 */
export const SyncCaret = Extension.create({
  name: 'heardCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            // During a composition of an input method the caret is not read.
            const isComposed = view.composing || event.isComposing || event.keyCode === 229
            if (!isComposed) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            return false
          },
        },
      },
    }),
  ],
})
