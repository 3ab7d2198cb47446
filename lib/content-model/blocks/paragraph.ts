import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { editorNode, inlineNodes } from './editor-node'
import { type Inline, inlineText, isFilled, withoutBlankRuns } from './inline'
import { runInputs } from './run-input'

export type ParagraphBlock = { kind: 'paragraph'; content: Inline[] }

export const paragraphDefinition: BlockDefinition<ParagraphBlock> = {
  input: (rules) =>
    z.object({ kind: z.literal('paragraph'), content: runInputs(rules).runs }).strict(),
  text: ({ content }) => inlineText(content),
  paragraphs: ({ content }) => [inlineText(content)],
  visibleLines: ({ content }) => inlineText(content).split('\n'),
  normalized: (block) =>
    isFilled(block.content) ? { ...block, content: withoutBlankRuns(block.content) } : null,
  pictureIds: () => [],
  toEditorNode: ({ content }) => editorNode('paragraph', inlineNodes(content)),
  nodeTypes: ['paragraph'],
  fromEditorNode: (node, read) => ({ kind: 'paragraph', content: read.runsOf(node) }),
}
