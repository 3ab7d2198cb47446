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

/** The content of a clipboard. */
export type Pasted = {
  blocks: PastedBlock[]
  /** Pictures that were pasted as files. */
  files: File[]
  /** Pictures on other sites, which are not copied. */
  lostPictures: number
}
