import type { ReactNode } from 'react'

type TableProps = {
  columns: string[]
  /** A row's first cell is its heading. */
  rows: { key: string; cells: ReactNode[] }[]
}

/** A table of texts; a narrow screen scrolls it. */
export function Table({ columns, rows }: TableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-16">
        <thead>
          <tr className="text-14 text-quiet">
            {columns.map((column) => (
              <th key={column} scope="col" className="pr-3">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [heading, ...cells] }) => (
            <tr key={key} className="border-t border-rule align-top">
              <th scope="row" className="py-2 pr-3">
                {heading}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="py-2 pr-3">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
