import type { Block } from '@/lib/content-model/body'
import { InlineText } from './InlineText'

type StoryTableProps = { table: Extract<Block, { kind: 'table' }> }

/** A table; a wide one scrolls within its own frame, not the page. */
export function StoryTable({ table }: StoryTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={table.caption}>
      <table className="w-full border-collapse text-16">
        {table.caption && <caption className="pb-2 text-left font-bold">{table.caption}</caption>}
        <thead>
          <tr className="border-y border-ink">
            {table.head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
              <th key={column} scope="col" className="px-2 py-2 text-left font-bold">
                <InlineText content={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={number} className="border-b border-rule">
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                <td key={column} className="px-2 py-2 align-top">
                  <InlineText content={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
