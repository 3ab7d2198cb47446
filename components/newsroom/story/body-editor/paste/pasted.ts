import type { Block } from '@/lib/content-model/body'
import type { Run } from './text-runs'

type ListBlock = Extract<Block, { kind: 'list' }>
type TableBlock = Extract<Block, { kind: 'table' }>

/** A block as it was pasted: that of the article page, with runs that still know the face they were set in. */
export type PastedBlock =
  | { kind: 'paragraph'; content: Run[] }
  | { kind: 'quote'; content: Run[]; speaker?: string }
  | (Omit<ListBlock, 'items'> & { items: Run[][] })
  | (Omit<TableBlock, 'head' | 'rows'> & { head: Run[][]; rows: Run[][][] })
  | Exclude<Block, { kind: 'paragraph' | 'quote' | 'list' | 'table' }>

/** What came out of a clipboard. */
export type Pasted = {
  blocks: PastedBlock[]
  /** Pictures that came as bytes. */
  files: File[]
  /** Pictures that only another site has: they are not taken. */
  lostPictures: number
}
