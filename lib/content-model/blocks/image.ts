import { z } from 'zod'
import {
  filledWords,
  type PictureWords,
  pictureWordsInput,
} from '@/lib/content-model/picture-words'
import { rowNumber } from '@/lib/content-model/text-input'
import type { BlockDefinition } from './block-definition'
import { editorNode, plainNodes } from './editor-node'
import { present } from './inline'

export type ImageBlock = { kind: 'image'; imageId: number } & PictureWords

export const imageDefinition: BlockDefinition<ImageBlock> = {
  input: ({ textInput }) =>
    z
      .object({
        kind: z.literal('image'),
        imageId: rowNumber,
        ...pictureWordsInput(textInput),
      })
      .strict(),
  text: ({ caption }) => caption ?? '',
  paragraphs: ({ caption }) => present(caption),
  visibleLines: () => [],
  normalized: ({ kind, imageId, ...words }) => ({ kind, imageId, ...filledWords(words) }),
  pictureIds: ({ imageId }) => [imageId],
  toEditorNode: ({ imageId, caption, alt, credit }) =>
    editorNode('picture', plainNodes(caption), {
      imageId,
      ...(alt && { alt }),
      ...(credit && { credit }),
    }),
  nodeTypes: ['picture'],
  fromEditorNode: (node, read) => {
    const caption = read.textOf(node)
    const { imageId, alt, credit } = node.attrs ?? {}
    return {
      kind: 'image',
      imageId,
      ...(caption && { caption }),
      ...(typeof alt === 'string' && alt && { alt }),
      ...(typeof credit === 'string' && credit && { credit }),
    }
  },
}
