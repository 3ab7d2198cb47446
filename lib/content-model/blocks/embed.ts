import { z } from 'zod'
import { webAddress } from '@/lib/content-model/text-input'
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
  // A text that is no address stays a text.
  fromEditorNode: (node, read) => {
    const { url, title } = node.attrs ?? {}
    if (webAddress.safeParse(url).success) return { kind: 'embed', url, title }
    return {
      kind: 'embed',
      url: '',
      title: [title, read.textOf(node), url].filter(Boolean).join(' '),
    }
  },
}
