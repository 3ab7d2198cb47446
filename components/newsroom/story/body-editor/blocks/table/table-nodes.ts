import { Extension, Node, type NodeConfig } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'

declare module '@tiptap/core' {
  interface NodeConfig {
    /** The node's role in prosemirror-tables. */
    tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
  }
}

/** A table with what it shows above it. */
const TableBlock = Node.create({
  name: 'tableBlock',
  group: 'block',
  content: 'tableCaption table',
  isolating: true,
  parseHTML: () => [{ tag: 'figure[data-table]' }],
  renderHTML: () => ['figure', { 'data-table': '' }, 0],
})

const TableCaption = Node.create({
  name: 'tableCaption',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', 0],
})

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

// No cell spans several rows or columns, but prosemirror-tables requires these attributes.
const cellAttributes = () => ({
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'inline*',
  tableRole: 'header_cell',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', { scope: 'col' }, 0],
})

const TableCell = Node.create({
  name: 'tableCell',
  content: 'inline*',
  tableRole: 'cell',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
})

/** Keeps the first row, and no other, as the head after each paste or move. */
const headFirst = new Plugin({
  appendTransaction(transactions, _, { doc, tr, schema }) {
    if (!transactions.some((each) => each.docChanged)) return null
    const { tableHeader, tableCell } = schema.nodes
    doc.descendants((node, position) => {
      if (node.type.spec.tableRole !== 'table') return !node.isTextblock
      node.forEach((row, rowAt, number) => {
        row.forEach((cell, cellAt) => {
          const type = number === 0 ? tableHeader : tableCell
          if (cell.type !== type) tr.setNodeMarkup(position + rowAt + cellAt + 2, type)
        })
      })
      return false
    })
    return tr.docChanged ? tr : null
  },
})

const TableRules = Extension.create({
  name: 'tableRules',
  extendNodeSchema: ({ config }) => {
    const { tableRole } = config as NodeConfig
    return tableRole ? { tableRole } : {}
  },
  addProseMirrorPlugins: () => [tableEditing(), headFirst],
})

export const tableNodes = [
  TableBlock,
  TableCaption,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  TableRules,
]
