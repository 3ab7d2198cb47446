import { type Block, definitionOf } from './blocks/registry'

export type { Inline } from './blocks/inline'
export type { Block }

export type Body = Block[]

/** The readable text of one block, for counting and searching. */
export const blockText = (block: Block): string => definitionOf(block).text(block)

/** The readable text of a body, a block a line. */
export function bodyText(body: Body): string {
  return body.map(blockText).filter(Boolean).join('\n')
}

/** The pictures a body needs, in order. */
export const imageIdsOf = (body: Body): number[] =>
  body.flatMap((block) => definitionOf(block).pictureIds(block))
