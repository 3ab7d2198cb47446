import type { Size } from '@/lib/cards/drawing/compose'

export const margin = 64

/** A part of a card, in its pixels. */
export type Area = Size & { left: number; top: number }
