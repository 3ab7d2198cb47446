import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { editorNode, plainNodes } from './editor-node'
import { optional, present } from './inline'
import { type ListBlock, listDefinition } from './list'
import { type ParagraphBlock, paragraphDefinition } from './paragraph'

/** A part of a fact box's text. */
export type FactBoxPart = ParagraphBlock | ListBlock

/** Facts beside the story: a title, and paragraphs and lists. */
export type FactBoxBlock = { kind: 'factBox'; title?: string; content: FactBoxPart[] }

const partDefinitions = { paragraph: paragraphDefinition, list: listDefinition }
const definitionOf = ({ kind }: FactBoxPart) =>
  partDefinitions[kind] as BlockDefinition<FactBoxPart>

export const factBoxDefinition: BlockDefinition<FactBoxBlock> = {
  input: (rules) =>
    z
      .object({
        kind: z.literal('factBox'),
        title: rules.textInput(200).optional(),
        content: z
          .array(z.union([paragraphDefinition.input(rules), listDefinition.input(rules)]))
          .min(1)
          .max(rules.runs.max),
      })
      .strict(),
  text: ({ title, content }) =>
    [...present(title), ...content.map((part) => definitionOf(part).text(part))].join('\n').trim(),
  paragraphs: ({ title, content }) => [
    ...present(title),
    ...content.flatMap((part) => definitionOf(part).paragraphs(part)),
  ],
  visibleLines: ({ title, content }) => [
    ...present(title),
    ...content.flatMap((part) => definitionOf(part).visibleLines(part)),
  ],
  normalized: (block) => {
    const title = optional('title', block.title)
    const content = block.content
      .map((part) => definitionOf(part).normalized(part))
      .filter((part) => part !== null)
    if (content.length > 0) return { kind: 'factBox', ...title, content }
    // A title alone is the text.
    const [text] = present(title.title)
    return text ? { kind: 'factBox', content: [{ kind: 'paragraph', content: [{ text }] }] } : null
  },
  pictureIds: () => [],
  toEditorNode: ({ title, content }) =>
    editorNode('factBox', [
      editorNode('factBoxTitle', plainNodes(title)),
      ...content.map((part) => definitionOf(part).toEditorNode(part)),
    ]),
  nodeTypes: ['factBox'],
  fromEditorNode: (node, read) => {
    const title = read.textOf(read.childOf(node, 'factBoxTitle'))
    const parts = read.childrenOf(node).filter(({ type }) => type !== 'factBoxTitle')
    const content = parts.map((part) => {
      const isList = listDefinition.nodeTypes.includes(part.type)
      return (isList ? listDefinition : paragraphDefinition).fromEditorNode(part, read)
    })
    return { kind: 'factBox', ...(title && { title }), content }
  },
}
