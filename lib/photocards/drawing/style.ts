import type { Size } from '@/lib/cards/drawing/compose'
import type { HeadlineFont } from '@/lib/cards/drawing/headline-font'

/** The paper's colours by day (shared by all cards): ink on paper, hairlines, one accent. */
export const colours = {
  ink: '#15171a',
  quiet: '#565c66',
  rule: '#dcdfe4',
  paper: '#fff',
  accent: '#b3201f',
} as const

/** The headline font as cards use it. */
export type Fonts = { bold: HeadlineFont; medium: HeadlineFont }

export const margin = 64
/** Letters that need room above (reph) and below (conjuncts). */
export const lineHeight = 1.36

export const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

/** A part of a card, in its pixels. */
export type Area = Size & { left: number; top: number }
