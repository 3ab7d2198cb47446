import type { Editor } from '@tiptap/core'
import { goToNextCell, nextCell, selectionCell } from '@tiptap/pm/tables'
import type { EditorBlock } from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { goBelow, goTo } from '@/components/newsroom/story/body-editor/commands/caret'
import { runStyleInside } from '@/components/newsroom/story/body-editor/paste/text-runs'
import type { TableBlock } from '@/lib/content-model/blocks/table'
import { isLayout, readTable } from './read-table'
import { TableToolbar } from './TableToolbar.client'
import { tableNodes } from './table-nodes'

const cells = (count: number) => Array.from({ length: count }, () => [])

/** A table to fill in: a head and two rows of three columns. */
const emptyTable: TableBlock = { kind: 'table', head: cells(3), rows: [cells(3), cells(3)] }

function goToCellBelow(editor: Editor): boolean {
  const below = nextCell(selectionCell(editor.state), 'vert', 1)
  return below ? goTo(editor, below.pos + 1) : goBelow(editor)
}

const isInCaption = ({ state }: Editor) => state.selection.$from.parent.type.name === 'tableCaption'

export const tableEditorBlock: EditorBlock<TableBlock> = {
  nodes: tableNodes,
  placeholders: ['tableCaption'],
  toolbar: {
    insert: {
      name: 'table',
      icon: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
      block: emptyTable,
    },
  },
  Tools: TableToolbar,
  keys: {
    enter: (editor) =>
      isInCaption(editor)
        ? goTo(editor, editor.state.selection.$to.after() + 1)
        : goToCellBelow(editor),
    // Parts of a table are not joined.
    backspace: () => true,
    tab: ({ state, view }, step) => goToNextCell(step)(state, view.dispatch),
  },
  paste: {
    html: {
      matches: (element) => element.tagName === 'TABLE',
      read: (element, reader, runStyle) => {
        reader.flush()
        if (isLayout(element as HTMLTableElement)) {
          reader.walk(element, runStyle)
          return reader.flush()
        }
        const { table, lostRows, lostColumns } = readTable(element as HTMLTableElement, (cell) =>
          reader.runsOf(cell, runStyleInside(cell, runStyle)),
        )
        reader.lose('rows', lostRows)
        reader.lose('columns', lostColumns)
        if (table) reader.push(table)
      },
    },
    mapTexts: (block, runs) => ({
      ...block,
      head: block.head.map(runs),
      rows: block.rows.map((row) => row.map(runs)),
    }),
    lines: ({ head, rows }) =>
      [head, ...rows].map((row) => row.flatMap((cell) => [...cell, { text: ' ' }])),
  },
}
