import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { editorNode, plainNodes } from './editor-node'

export type SubheadingBlock = { kind: 'subheading'; text: string }

export const subheadingDefinition: BlockDefinition<SubheadingBlock> = {
  input: ({ textInput }) =>
    z.object({ kind: z.literal('subheading'), text: textInput(300) }).strict(),
  text: ({ text }) => text,
  paragraphs: ({ text }) => [text],
  visibleLines: ({ text }) => text.split('\n'),
  normalized: (block) => (block.text.trim() ? { ...block, text: block.text.trim() } : null),
  pictureIds: () => [],
  toEditorNode: ({ text }) => editorNode('subheading', plainNodes(text)),
  nodeTypes: ['subheading'],
  fromEditorNode: (node, read) => ({ kind: 'subheading', text: read.textOf(node) }),
}
