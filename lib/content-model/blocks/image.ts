import { z } from 'zod'
import { rowNumber } from '@/lib/content-model/text-input'
import type { BlockDefinition } from './block-definition'
import { editorNode, plainNodes } from './editor-node'
import { optional, present } from './inline'

export type ImageBlock = { kind: 'image'; imageId: number; caption?: string }

export const imageDefinition: BlockDefinition<ImageBlock> = {
  input: ({ textInput }) =>
    z
      .object({
        kind: z.literal('image'),
        imageId: rowNumber,
        caption: textInput(1_000).optional(),
      })
      .strict(),
  text: ({ caption }) => caption ?? '',
  paragraphs: ({ caption }) => present(caption),
  visibleLines: () => [],
  normalized: ({ caption, ...block }) => ({ ...block, ...optional('caption', caption) }),
  pictureIds: ({ imageId }) => [imageId],
  toEditorNode: ({ imageId, caption }) => editorNode('picture', plainNodes(caption), { imageId }),
  nodeTypes: ['picture'],
  fromEditorNode: (node, read) => {
    const caption = read.textOf(node)
    return { kind: 'image', imageId: node.attrs?.imageId, ...(caption && { caption }) }
  },
}
