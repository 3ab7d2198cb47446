import type { z } from 'zod'
import type { EditorNode, NodeReader } from './editor-node'

/** The limits of a body: of a finished story, or of one that is being written. */
export type BodyRules = {
  /** Letters of a run. */
  run: number
  /** Runs of a paragraph, a cell, an item of a list. */
  runs: { min: number; max: number }
  blocks: number
  textInput: (maxLength: number) => z.ZodType<string, string>
  urlInput: z.ZodType<string, string>
  linkInput: z.ZodType<string | undefined, string | undefined>
}

/**
 * All that the pure layers need of a block kind: an object a kind, in a file of its own, so that a kind that lacks a part
 * does not compile. How it looks on the page and in the editor stands with those layers.
 */
export type BlockDefinition<Block extends { kind: string }> = {
  /** The strict schema: other fields are refused. */
  input: (rules: BodyRules) => z.ZodType<Block>
  /** The readable text, for counting, searching and comparing; an item a line. */
  text: (block: Block) => string
  /** Every text that is read by itself, for the house style. */
  paragraphs: (block: Block) => string[]
  /** The lines that a reader of the page sees one after another as plain text, for the publication check. */
  visibleLines: (block: Block) => string[]
  /** The block as a finished story has it; null when nothing was written in it. */
  normalized: (block: Block) => Block | null
  /** The pictures it shows, by number. */
  pictureIds: (block: Block) => number[]
  /** The block as a node of the editor's document. */
  toEditorNode: (block: Block) => EditorNode
  /** The types of its nodes in the editor's document. */
  nodeTypes: readonly string[]
  /** The block of such a node, unchecked; the schema decides whether it is valid. */
  fromEditorNode: (node: EditorNode, read: NodeReader) => unknown
}
