import { type Editor, Extension } from '@tiptap/core'
import {
  currentKind,
  editorBlockOf,
} from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { moveBlocks } from './move-blocks'
import { setKind, textKindRules } from './text-kinds'

type KeymapOptions = {
  /** Asks for the link of the selected words. */
  onLink: () => void
  /** Moves the focus to the toolbar. */
  onTools: () => void
}

/** The key actions of the block with the caret; null when a block is selected as a whole. */
function keysHere({ state }: Editor) {
  const kind = state.selection.$from.depth > 0 ? currentKind(state) : null
  return kind && editorBlockOf(kind).keys
}

/** At the start of a text, the block decides what Backspace does. */
function onBackspace(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection
  if (!empty || $from.parentOffset > 0) return false
  return keysHere(editor)?.backspace?.(editor) ?? false
}

/** The editor by keyboard. Digits with Shift, not with Alt: AltGr types letters on Bengali layouts. */
export const EditorKeymap = Extension.create<KeymapOptions>({
  name: 'writingKeys',
  priority: 200,
  addOptions: () => ({ onLink: () => {}, onTools: () => {} }),
  addKeyboardShortcuts() {
    const { editor } = this
    const handled = (what: () => void) => () => {
      what()
      return true
    }
    const tab = (step: 1 | -1) => () => keysHere(editor)?.tab?.(editor, step) ?? false
    return {
      Enter: () => keysHere(editor)?.enter?.(editor) ?? false,
      // There is no line break within a paragraph.
      'Shift-Enter': () => editor.commands.keyboardShortcut('Enter'),
      Backspace: () => onBackspace(editor),
      Tab: tab(1),
      'Shift-Tab': tab(-1),
      'Alt-ArrowUp': () => moveBlocks(editor, -1) || true,
      'Alt-ArrowDown': () => moveBlocks(editor, 1) || true,
      'Mod-k': handled(this.options.onLink),
      'Alt-F10': handled(this.options.onTools),
      ...Object.fromEntries(
        textKindRules.map(({ name, shortcut }) => [shortcut, () => setKind(editor, name)]),
      ),
    }
  },
})
