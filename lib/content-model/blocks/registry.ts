import { z } from 'zod'
import type { BlockDefinition, BodyRules } from './block-definition'
import { type EmbedBlock, embedDefinition } from './embed'
import { type FactBoxBlock, factBoxDefinition } from './fact-box'
import { type ImageBlock, imageDefinition } from './image'
import { type ListBlock, listDefinition } from './list'
import { type ParagraphBlock, paragraphDefinition } from './paragraph'
import { type QuoteBlock, quoteDefinition } from './quote'
import { type SubheadingBlock, subheadingDefinition } from './subheading'
import { type TableBlock, tableDefinition } from './table'

/**
 * The block kinds. The compiler asks for a kind's definition here, for its view in components/article/blocks/block-views.tsx,
 * its feed HTML in lib/feeds/story-html.ts and all of its editing in
 * components/newsroom/story/body-editor/blocks/editor-blocks.ts.
 */
export type BlockByKind = {
  paragraph: ParagraphBlock
  subheading: SubheadingBlock
  quote: QuoteBlock
  list: ListBlock
  image: ImageBlock
  embed: EmbedBlock
  table: TableBlock
  factBox: FactBoxBlock
}

export type BlockKind = keyof BlockByKind
export type Block = BlockByKind[BlockKind]

const definitions: { [K in BlockKind]: BlockDefinition<BlockByKind[K]> } = {
  paragraph: paragraphDefinition,
  subheading: subheadingDefinition,
  quote: quoteDefinition,
  list: listDefinition,
  image: imageDefinition,
  embed: embedDefinition,
  table: tableDefinition,
  factBox: factBoxDefinition,
}

export const blockKinds = Object.keys(definitions) as BlockKind[]

/** The definition of the block's kind. */
export const definitionOf = <K extends BlockKind>(block: { kind: K }) =>
  definitions[block.kind] as BlockDefinition<BlockByKind[K]>

const kindByNodeType = new Map(
  blockKinds.flatMap((kind) => definitions[kind].nodeTypes.map((type) => [type, kind] as const)),
)

/** The kind whose node in the editor's document has that type. */
export const kindOfNodeType = (type: string): BlockKind | undefined => kindByNodeType.get(type)

/** The definition that reads a node of the editor's document; a node of an unknown type is read as a paragraph. */
export const definitionOfNode = (type: string) => definitions[kindOfNodeType(type) ?? 'paragraph']

/** The schema of one block: these kinds with these fields, and nothing else. */
export function blockInputOf(rules: BodyRules): z.ZodType<Block> {
  const inputs = blockKinds.map((kind) => definitions[kind].input(rules))
  // Every definition's schema is an object with its kind as a literal; the union reads the kind first.
  const [first, ...rest] = inputs as unknown as z.ZodObject<{ kind: z.ZodLiteral<BlockKind> }>[]
  if (!first) throw new Error('there are no block kinds')
  return z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<Block>
}
