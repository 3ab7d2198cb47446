import type { PastedBlock } from '@/components/newsroom/story/body-editor/paste/pasted'
import { type Run, textOfRuns } from '@/components/newsroom/story/body-editor/paste/text-runs'

const mostColumns = 20
const mostRows = 500

const rowsOf = (table: HTMLTableElement) => [...table.rows].slice(0, mostRows + 1)

/** A layout table: one row, one column, or nested tables. */
export function isLayout(table: HTMLTableElement): boolean {
  const rows = rowsOf(table)
  const columns = Math.max(0, ...rows.map((row) => row.cells.length))
  return rows.length < 2 || columns < 2 || table.querySelector('table') !== null
}

/** The cells by row and column; a cell over several stands in the first, the others are empty. */
function gridOf(table: HTMLTableElement, read: (cell: HTMLElement) => Run[]): Run[][][] {
  const rows = rowsOf(table)
  const grid: (Run[] | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    for (const cell of row.cells) {
      const line = grid[y] ?? []
      let x = 0
      while (line[x]) x += 1
      const [wide, high] = [Math.min(cell.colSpan, mostColumns), Math.min(cell.rowSpan, mostRows)]
      for (let dy = 0; dy < Math.max(high, 1); dy += 1) {
        for (let dx = 0; dx < wide; dx += 1) {
          const below = grid[y + dy]
          if (below) below[x + dx] = dy === 0 && dx === 0 ? read(cell) : []
        }
      }
    }
  })
  const width = Math.min(mostColumns, Math.max(0, ...grid.map((line) => line.length)))
  return grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? []))
}

/** A table with the first row as its head; null when nothing is written in it. */
export function readTable(
  table: HTMLTableElement,
  read: (cell: HTMLElement) => Run[],
): PastedBlock | null {
  const caption = table.caption ? textOfRuns(read(table.caption)) : ''
  const filled = gridOf(table, read).filter((line) => line.some((cell) => cell.length > 0))
  const [head, ...rows] = filled
  if (!head) return null
  const below = rows.length > 0 ? rows : [head.map((): Run[] => [])]
  return { kind: 'table', ...(caption && { caption }), head, rows: below }
}
