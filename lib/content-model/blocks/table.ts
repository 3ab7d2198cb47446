import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { type EditorNode, editorNode, inlineNodes, plainNodes } from './editor-node'
import { type Inline, inlineText, isFilled, optional, present, withoutBlankRuns } from './inline'
import { runInputs } from './run-input'

export type TableBlock = { kind: 'table'; caption?: string; head: Inline[][]; rows: Inline[][][] }

const rowNode = (cellType: string, cells: Inline[][]): EditorNode =>
  editorNode(
    'tableRow',
    cells.map((cell) => editorNode(cellType, inlineNodes(cell))),
  )

export const tableDefinition: BlockDefinition<TableBlock> = {
  input: (rules) => {
    const row = z.array(runInputs(rules).cell).min(1).max(20)
    return z
      .object({
        kind: z.literal('table'),
        caption: rules.textInput(300).optional(),
        head: row,
        rows: z.array(row).min(1).max(500),
      })
      .strict()
      .refine(({ head, rows }) => rows.every((each) => each.length === head.length), {
        message: 'tableRowsUneven',
      })
  },
  text: ({ caption = '', head, rows }) =>
    [caption, ...[head, ...rows].map((row) => row.map(inlineText).join(' '))].join('\n').trim(),
  paragraphs: ({ caption, head, rows }) => [
    ...present(caption),
    ...[head, ...rows].flat().map(inlineText),
  ],
  visibleLines: () => [],
  normalized: ({ caption, ...block }) => {
    const [head = [], ...rows] = [block.head, ...block.rows].map((row) => row.map(withoutBlankRuns))
    return [head, ...rows].some((row) => row.some(isFilled))
      ? { ...block, head, rows, ...optional('caption', caption) }
      : null
  },
  pictureIds: () => [],
  toEditorNode: ({ caption, head, rows }) =>
    editorNode('tableBlock', [
      editorNode('tableCaption', plainNodes(caption)),
      editorNode('table', [
        rowNode('tableHeader', head),
        ...rows.map((cells) => rowNode('tableCell', cells)),
      ]),
    ]),
  nodeTypes: ['tableBlock'],
  fromEditorNode: (node, read) => {
    const rowNodes = read.childrenOf(read.childOf(node, 'table'))
    const rows = rowNodes.map((row) => read.childrenOf(row).map(read.runsOf))
    const width = Math.max(0, ...rows.map((cells) => cells.length))
    const [head, ...rest] = rows.map((cells) => [
      ...cells,
      ...Array.from({ length: width - cells.length }, (): Inline[] => []),
    ])
    const below = rest.length > 0 ? rest : [(head ?? []).map((): Inline[] => [])]
    const caption = read.textOf(read.childOf(node, 'tableCaption'))
    return { kind: 'table', ...(caption && { caption }), head, rows: below }
  },
}
