import { z } from 'zod'
import type { BlockDefinition } from './block-definition'
import { editorNode, inlineNodes, plainNodes } from './editor-node'
import { type Inline, inlineText, isFilled, optional, present, withoutBlankRuns } from './inline'
import { runInputs } from './run-input'

export type QuoteBlock = { kind: 'quote'; content: Inline[]; speaker?: string }

export const quoteDefinition: BlockDefinition<QuoteBlock> = {
  input: (rules) =>
    z
      .object({
        kind: z.literal('quote'),
        content: runInputs(rules).runs,
        speaker: rules.textInput(200).optional(),
      })
      .strict(),
  text: ({ content, speaker = '' }) => [inlineText(content), speaker].join(' ').trim(),
  paragraphs: ({ content, speaker }) => [inlineText(content), ...present(speaker)],
  // The page draws the speaker apart from the words.
  visibleLines: () => [],
  normalized: ({ speaker, content, ...block }) =>
    isFilled(content)
      ? { ...block, content: withoutBlankRuns(content), ...optional('speaker', speaker) }
      : null,
  pictureIds: () => [],
  toEditorNode: ({ content, speaker }) =>
    editorNode('quote', [
      editorNode('quoteText', inlineNodes(content)),
      editorNode('speaker', plainNodes(speaker)),
    ]),
  nodeTypes: ['quote'],
  fromEditorNode: (node, read) => {
    const speaker = read.textOf(read.childOf(node, 'speaker'))
    const content = read.runsOf(read.childOf(node, 'quoteText'))
    return { kind: 'quote', content, ...(speaker && { speaker }) }
  },
}
