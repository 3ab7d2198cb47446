import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { editorNode, inlineNodes } from './editor-node'
import { type Inline, inlineText, isFilled, withoutBlankRuns } from './inline'
import { runInputs } from './run-input'

/** A ranking or a list of names may be long; beyond it the text is a table. */
const mostItems = 5_000

export type ListBlock = { kind: 'list'; ordered: boolean; items: Inline[][] }

export const listDefinition: BlockDefinition<ListBlock> = {
  input: (rules) =>
    z
      .object({
        kind: z.literal('list'),
        ordered: z.boolean(),
        items: z.array(runInputs(rules).runs).min(1).max(mostItems),
      })
      .strict(),
  text: ({ items }) => items.map(inlineText).join('\n'),
  paragraphs: ({ items }) => items.map(inlineText),
  visibleLines: ({ items }) => items.flatMap((item) => inlineText(item).split('\n')),
  normalized: (block) => {
    const items = block.items.filter(isFilled).map(withoutBlankRuns)
    return items.length > 0 ? { ...block, items } : null
  },
  pictureIds: () => [],
  toEditorNode: ({ ordered, items }) =>
    editorNode(
      ordered ? 'orderedList' : 'bulletList',
      items.map((item) => editorNode('listItem', [editorNode('paragraph', inlineNodes(item))])),
    ),
  nodeTypes: ['bulletList', 'orderedList'],
  fromEditorNode: (node, read) => ({
    kind: 'list',
    ordered: node.type === 'orderedList',
    items: read.childrenOf(node).map(read.runsOf),
  }),
}
