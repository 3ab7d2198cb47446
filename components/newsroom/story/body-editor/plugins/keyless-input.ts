import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'

const isBlockSelected = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.isBlock

const isAtTextStart = ({ selection: { empty, $from } }: EditorState) =>
  empty && $from.depth > 0 && $from.parentOffset === 0

// The key code of a key that an input method handles.
const composingKeyCode = 229
// The editor reads what was composed 20 ms after its end.
const compositionSettlesMs = 60

/** Opens a paragraph below the selected block, with the caret in it and `text`. */
function writeBelow({ view }: Editor, text = ''): void {
  const { tr, selection, schema } = view.state
  const paragraph = schema.nodes.paragraph?.create(null, text ? schema.text(text) : null)
  if (!paragraph) return
  tr.insert(selection.to, paragraph)
  tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length))
  view.dispatch(tr.scrollIntoView())
}

/**
 * Input methods, phones and dictation change the text without a key that could be handled. What they write over a
 * selected block stands below it: it would otherwise take the block's place, or go into its caption. What they delete at
 * the beginning of a block does what Backspace does there.
 */
export const KeylessInput = Extension.create({
  name: 'keylessInput',
  addProseMirrorPlugins() {
    const { editor } = this
    // An input method that has sent no key keeps what it composed first apart from the rest: the word, as it is in the
    // end, is all that the new paragraph has.
    let composedFrom: number | null = null
    const keepWord = (word: string) => {
      const from = composedFrom
      composedFrom = null
      const text = from === null ? '' : editor.state.doc.resolve(from).parent.textContent
      if (from !== null && text !== word && text.endsWith(word))
        editor.view.dispatch(editor.state.tr.delete(from, from + text.length - word.length))
    }
    // The browser has joined two blocks: its change is thrown away, and the key sent instead.
    let isRejecting = false
    const sendBackspace = () => {
      isRejecting = true
      // The editor reads the document's changes in a microtask of its own, which is queued already.
      queueMicrotask(() => {
        isRejecting = false
        const key = new KeyboardEvent('keydown', { key: 'Backspace', keyCode: 8 })
        editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, key))
      })
    }
    return [
      new Plugin({
        filterTransaction: (transaction) => !(isRejecting && transaction.docChanged),
        props: {
          handleTextInput: ({ state }, _from, _to, text) => {
            if (!isBlockSelected(state)) return false
            writeBelow(editor, text)
            return true
          },
          handleDOMEvents: {
            // Most input methods send this key before they compose.
            keydown: ({ state }, event) => {
              if (event.keyCode === composingKeyCode && isBlockSelected(state)) writeBelow(editor)
              return false
            },
            compositionstart: ({ state }) => {
              if (isBlockSelected(state)) {
                writeBelow(editor)
                composedFrom = editor.state.selection.from
              }
              return false
            },
            compositionend: (_, { data }) => {
              if (composedFrom !== null) setTimeout(() => keepWord(data), compositionSettlesMs)
              return false
            },
            beforeinput: ({ state, composing }, event) => {
              const { inputType, data, isComposing } = event
              const isText = inputType === 'insertText' || inputType === 'insertReplacementText'
              if (composing || isComposing || !isText || !data || !isBlockSelected(state))
                return false
              writeBelow(editor, data)
              event.preventDefault()
              return true
            },
            input: ({ composing, state }, event) => {
              const { inputType } = event as InputEvent
              const isDeletion = !composing && inputType === 'deleteContentBackward'
              if (isDeletion && isAtTextStart(state)) sendBackspace()
              return false
            },
          },
        },
      }),
    ]
  },
})
