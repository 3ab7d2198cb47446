import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { onBackspace } from '@/components/newsroom/story/body-editor/commands/keymap'

const isBlockSelected = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.isBlock

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
    return [
      new Plugin({
        props: {
          handleTextInput: ({ state }, _from, _to, text) => {
            if (!isBlockSelected(state)) return false
            writeBelow(editor, text)
            return true
          },
          handleDOMEvents: {
            compositionstart: ({ state }) => {
              if (isBlockSelected(state)) writeBelow(editor)
              return false
            },
            beforeinput: ({ state, composing }, event) => {
              const { inputType, data } = event
              if (composing || event.isComposing) return false
              const isText = inputType === 'insertText' || inputType === 'insertReplacementText'
              if (isText && data && isBlockSelected(state)) writeBelow(editor, data)
              else if (inputType !== 'deleteContentBackward' || !onBackspace(editor)) return false
              event.preventDefault()
              return true
            },
          },
        },
      }),
    ]
  },
})
