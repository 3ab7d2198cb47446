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

export const tableActs = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  removeRow: deleteRow,
  removeColumn: deleteColumn,
  removeTable,
} satisfies Record<string, Command>
export type TableAct = keyof typeof tableActs

/** Whether the act leaves a table that a story may have: a head, a row, a column. */
export function canDo(editor: Editor, act: TableAct): boolean {
  const table = tableAt(editor)?.node.lastChild
  if (!table) return false
  const columns = table.firstChild?.childCount ?? 0
  switch (act) {
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

export function doToTable(editor: Editor, act: TableAct): void {
  if (!canDo(editor, act)) return
  tableActs[act](editor.state, editor.view.dispatch)
  editor.commands.focus()
}
