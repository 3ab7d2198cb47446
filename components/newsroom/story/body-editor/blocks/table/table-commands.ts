import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from '@tiptap/pm/tables'

/** The table that the caret is in, with its caption, and where it begins. */
export function tableAt({ state }: Editor): { node: Node; position: number } | null {
  const { $from } = state.selection
  const node = $from.depth > 0 ? $from.node(1) : null
  return node?.type.name === 'tableBlock' ? { node, position: $from.before(1) } : null
}

const removeTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)).scrollIntoView())
  return true
}

export const tableCommands = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  removeRow: deleteRow,
  removeColumn: deleteColumn,
  removeTable,
} satisfies Record<string, Command>
export type TableCommand = keyof typeof tableCommands

/** Whether the command leaves a valid table: with a head, a row and a column. */
export function canRunTableCommand(editor: Editor, command: TableCommand): boolean {
  const table = tableAt(editor)?.node.lastChild
  if (!table) return false
  const columns = table.firstChild?.childCount ?? 0
  switch (command) {
    case 'removeRow':
      return table.childCount > 2
    case 'removeColumn':
      return columns > 1
    case 'addColumn':
      return columns < 20
    case 'addRow':
      return table.childCount <= 500
    case 'removeTable':
      return true
  }
}

export function runTableCommand(editor: Editor, command: TableCommand): void {
  if (!canRunTableCommand(editor, command)) return
  tableCommands[command](editor.state, editor.view.dispatch)
  editor.commands.focus()
}
