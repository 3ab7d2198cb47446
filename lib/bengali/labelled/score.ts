import type { Part } from './part'

export type Labelled = { left: string; right: string; meet: boolean; part: Part }

export type Score = { wanted: number; met: number; apart: number; merged: number }

/** How many of the pairs that must meet do, and how many of those that must not. */
export function score(pairs: readonly Labelled[], meets: (pair: Labelled) => boolean): Score {
  const wanted = pairs.filter((pair) => pair.meet)
  const apart = pairs.filter((pair) => !pair.meet)
  return {
    wanted: wanted.length,
    met: wanted.filter(meets).length,
    apart: apart.length,
    merged: apart.filter(meets).length,
  }
}

export const metPercent = ({ met, wanted }: Score): number => (100 * met) / wanted

export const mergedPercent = ({ merged, apart }: Score): number => (100 * merged) / apart
