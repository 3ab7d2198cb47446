import type { Block } from '@/lib/content-model/body'
import type { Run } from './text-runs'

type ListBlock = Extract<Block, { kind: 'list' }>
type TableBlock = Extract<Block, { kind: 'table' }>

/** A pasted block: a block of the content model whose runs record whether their font is a Bijoy font. */
export type PastedBlock =
  | { kind: 'paragraph'; content: Run[] }
  | { kind: 'quote'; content: Run[]; speaker?: string }
  | (Omit<ListBlock, 'items'> & { items: Run[][] })
  | (Omit<TableBlock, 'head' | 'rows'> & { head: Run[][]; rows: Run[][][] })
  | Exclude<Block, { kind: 'paragraph' | 'quote' | 'list' | 'table' }>

/** The content of a clipboard. */
export type Pasted = {
  blocks: PastedBlock[]
  /** Pictures that were pasted as files. */
  files: File[]
  /** Pictures on other sites, which are not copied. */
  lostPictures: number
}
