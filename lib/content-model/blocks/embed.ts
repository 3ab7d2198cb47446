import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { editorNode } from './editor-node'

export type EmbedBlock = { kind: 'embed'; url: string; title: string }

export const embedDefinition: BlockDefinition<EmbedBlock> = {
  input: ({ urlInput, textInput }) =>
    z.object({ kind: z.literal('embed'), url: urlInput, title: textInput(300) }).strict(),
  text: ({ title }) => title,
  paragraphs: ({ title }) => [title],
  visibleLines: () => [],
  normalized: (block) =>
    block.url || block.title.trim() ? { ...block, title: block.title.trim() } : null,
  pictureIds: () => [],
  toEditorNode: ({ url, title }) => editorNode('embed', [], { url, title }),
  nodeTypes: ['embed'],
  fromEditorNode: ({ attrs }) => ({ kind: 'embed', url: attrs?.url, title: attrs?.title }),
}
