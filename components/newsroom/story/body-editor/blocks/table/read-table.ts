import { isHidden } from '@/components/newsroom/story/body-editor/paste/inline-style'
import type { PastedBlock } from '@/components/newsroom/story/body-editor/paste/pasted'
import { type Run, textOfRuns } from '@/components/newsroom/story/body-editor/paste/text-runs'

const mostColumns = 20
const mostRows = 500
// The most rows or columns that a cell may span in HTML.
const mostSpanned = 1_000

/** A layout table: one row, one column, or nested tables. */
export function isLayout(table: HTMLTableElement): boolean {
  const columns = Math.max(0, ...[...table.rows].map((row) => row.cells.length))
  return table.rows.length < 2 || columns < 2 || table.querySelector('table') !== null
}

type Place = { runs: Run[]; isHidden: boolean }

const isHiddenRow = (row: HTMLTableRowElement) =>
  isHidden(row) || (row.parentElement !== null && isHidden(row.parentElement))

/** The columns that are hidden as columns. */
function hiddenColumns(table: HTMLTableElement): Set<number> {
  const hidden = new Set<number>()
  let x = 0
  for (const column of table.querySelectorAll<HTMLTableColElement>(
    ':scope > col, colgroup > col',
  )) {
    const group = column.parentElement
    const isAway = isHidden(column) || (group?.tagName === 'COLGROUP' && isAwayGroup(group))
    for (let n = 0; n < Math.min(column.span, mostSpanned); n += 1, x += 1)
      if (isAway) hidden.add(x)
  }
  return hidden
}

// A column group is never text, so its name alone does not hide it.
const isAwayGroup = (group: Element) =>
  group.hasAttribute('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*(collapse|hidden)/i.test(group.getAttribute('style') ?? '')

/** The visible cells by row and column; a cell over several positions is in the first, the others are empty. */
function gridOf(table: HTMLTableElement, read: (cell: HTMLElement) => Run[]): Run[][][] {
  const rows = [...table.rows]
  const grid: (Place | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    const line = grid[y] ?? []
    const isRowHidden = isHiddenRow(row)
    let x = 0
    for (const cell of row.cells) {
      while (line[x]) x += 1
      const isAway = isHidden(cell)
      const runs = isRowHidden || isAway ? [] : read(cell)
      const wide = Math.min(cell.colSpan, mostSpanned)
      const high = Math.max(Math.min(cell.rowSpan, mostSpanned), 1)
      for (let dy = 0; dy < high && y + dy < rows.length; dy += 1) {
        for (let dx = 0; dx < wide; dx += 1) {
          const below = grid[y + dy]
          if (below) below[x + dx] ??= { runs: dy === 0 && dx === 0 ? runs : [], isHidden: isAway }
        }
      }
    }
  })
  const shown = grid.filter((_, y) => !rows[y] || !isHiddenRow(rows[y]))
  const width = Math.max(0, ...shown.map((line) => line.length))
  const away = hiddenColumns(table)
  const columns = Array.from({ length: width }, (_, x) => x).filter(
    (x) => !away.has(x) && shown.some((line) => line[x] && !line[x].isHidden),
  )
  return shown.map((line) => {
    // The cells beside a hidden one close up.
    const places = columns.map((x) => line[x]).filter((place) => !place?.isHidden)
    return columns.map((_, n) => places[n]?.runs ?? [])
  })
}

const isFilled = (cell: Run[]) => cell.length > 0

type ReadTable = { table: PastedBlock | null; lostRows: number; lostColumns: number }

/** A table with the first row as its head; null when nothing is written in it. Counts what is beyond the most that a table holds. */
export function readTable(table: HTMLTableElement, read: (cell: HTMLElement) => Run[]): ReadTable {
  const caption = table.caption ? textOfRuns(read(table.caption)) : ''
  const filled = gridOf(table, read).filter((line) => line.some(isFilled))
  const beyond = filled.map((line) => line.slice(mostColumns).findLastIndex(isFilled) + 1)
  const lost = {
    lostRows: Math.max(0, filled.length - 1 - mostRows),
    lostColumns: Math.max(0, ...beyond),
  }
  const [head, ...rows] = filled.slice(0, mostRows + 1).map((line) => line.slice(0, mostColumns))
  if (!head) return { table: null, ...lost }
  const below = rows.length > 0 ? rows : [head.map((): Run[] => [])]
  return {
    table: { kind: 'table', ...(caption && { caption }), head, rows: below },
    ...lost,
  }
}
