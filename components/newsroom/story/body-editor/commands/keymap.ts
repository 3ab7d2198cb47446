import { type Editor, Extension } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { goToNextCell, nextCell, selectionCell } from '@tiptap/pm/tables'
import { moveBlocks } from './move-blocks'
import { setKind } from './text-kinds'

type KeymapOptions = {
  /** Asks for the link of the selected words. */
  onLink: () => void
  /** Moves the focus to the toolbar. */
  onTools: () => void
}

const parentName = ({ state }: Editor) => state.selection.$from.parent.type.name

/** The caret goes to the first place to write at or after `position`. */
function goTo(editor: Editor, position: number): boolean {
  return editor
    .chain()
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(position, tr.doc.content.size))))
      return true
    })
    .scrollIntoView()
    .run()
}

/** Below the block that the caret is in: there, or in a new paragraph where no text follows. */
function goBelow(editor: Editor): boolean {
  const { state } = editor
  const after = state.selection.$to.after(1)
  if (state.doc.nodeAt(after)?.type.name === 'paragraph') return goTo(editor, after + 1)
  return editor
    .chain()
    .command(({ tr, state: { schema } }) => {
      const paragraph = schema.nodes.paragraph?.create()
      if (!paragraph) return false
      tr.insert(after, paragraph).setSelection(TextSelection.create(tr.doc, after + 1))
      return true
    })
    .scrollIntoView()
    .run()
}

function goToCellBelow(editor: Editor): boolean {
  const below = nextCell(selectionCell(editor.state), 'vert', 1)
  return below ? goTo(editor, below.pos + 1) : goBelow(editor)
}

/** Handles Enter in blocks with several parts; elsewhere the default applies. */
function onEnter(editor: Editor): boolean {
  const { $to } = editor.state.selection
  switch (parentName(editor)) {
    case 'quoteText':
    case 'tableCaption':
      return goTo(editor, $to.after() + 1)
    case 'speaker':
    case 'picture':
      return goBelow(editor)
    case 'tableHeader':
    case 'tableCell':
      return goToCellBelow(editor)
    default:
      return false
  }
}

/** At the start of a part, Backspace moves the caret out instead of joining the part with the one before. */
function onBackspace(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection
  if (!empty || $from.parentOffset > 0 || $from.depth === 0) return false
  switch ($from.parent.type.name) {
    case 'subheading':
      return setKind(editor, 'paragraph')
    case 'quoteText':
      return setKind(editor, 'paragraph')
    case 'speaker':
      return goTo(editor, $from.before() - 1)
    case 'picture':
      return editor.commands.setNodeSelection($from.before())
    case 'tableCaption':
    case 'tableHeader':
    case 'tableCell':
      return true
    default:
      return false
  }
}

/** The editor by keyboard. Digits with Shift, not with Alt: AltGr types letters on Bengali layouts. */
export const EditorKeymap = Extension.create<KeymapOptions>({
  name: 'writingKeys',
  priority: 200,
  addOptions: () => ({ onLink: () => {}, onTools: () => {} }),
  addKeyboardShortcuts() {
    const kind = (wanted: Parameters<typeof setKind>[1]) => () => setKind(this.editor, wanted)
    const handled = (what: () => void) => () => {
      what()
      return true
    }
    return {
      Enter: () => onEnter(this.editor),
      // There is no line break within a paragraph.
      'Shift-Enter': () => this.editor.commands.keyboardShortcut('Enter'),
      Backspace: () => onBackspace(this.editor),
      Tab: () => goToNextCell(1)(this.editor.state, this.editor.view.dispatch),
      'Shift-Tab': () => goToNextCell(-1)(this.editor.state, this.editor.view.dispatch),
      'Alt-ArrowUp': () => moveBlocks(this.editor, -1) || true,
      'Alt-ArrowDown': () => moveBlocks(this.editor, 1) || true,
      'Mod-k': handled(this.options.onLink),
      'Alt-F10': handled(this.options.onTools),
      'Mod-Shift-0': kind('paragraph'),
      'Mod-Shift-6': kind('subheading'),
      'Mod-Shift-7': kind('orderedList'),
      'Mod-Shift-8': kind('bulletList'),
      'Mod-Shift-9': kind('quote'),
    }
  },
})
