import type { BlockByKind, BlockKind } from '@/lib/content-model/blocks/registry'
import type { Inline } from '@/lib/content-model/body'
import type { Run } from './text-runs'

/** A part of a block as it is pasted: its runs record whether their font is a Bijoy font. */
export type WithRuns<Part> = Part extends Inline
  ? Inline extends Part
    ? Run
    : { [Name in keyof Part]: WithRuns<Part[Name]> }
  : Part extends object
    ? { [Name in keyof Part]: WithRuns<Part[Name]> }
    : Part

/** A pasted block: a block of the content model with pasted runs. */
export type PastedBlock = { [K in BlockKind]: WithRuns<BlockByKind[K]> }[BlockKind]

/** The kinds of losses of a paste, in the order of the notice. */
export const lostKinds = [
  // On other sites, which are not copied.
  'pictures',
  // Players of other than the known sites.
  'players',
  'files',
  'rows',
  'columns',
  // Comments, footnotes, heads and feet of pages.
  'notes',
  'formulas',
  'deleted',
  // Struck through in the source, but not in the story.
  'struck',
  'links',
] as const
export type LostKind = (typeof lostKinds)[number]
export type Lost = Partial<Record<LostKind, number>>

export const addLost = (lost: Lost, more: Lost): Lost =>
  Object.fromEntries(
    lostKinds.flatMap((kind) => {
      const count = (lost[kind] ?? 0) + (more[kind] ?? 0)
      return count > 0 ? [[kind, count]] : []
    }),
  )

/** The content of a clipboard. */
export type Pasted = {
  blocks: PastedBlock[]
  /** Pictures that were pasted as files. */
  files: File[]
  lost: Lost
}
