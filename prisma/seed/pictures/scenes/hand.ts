import { at, darker, lighter, type Point, smooth } from '../kit/core'
import type { Painter } from '../kit/painter'

export const skin = '#a8683f'

/** Finger as a tapered stroke with a lit edge and, if wanted, a nail. */
export function finger(
  p: Painter,
  points: readonly Point[],
  width: number,
  tone = skin,
  nail = '',
) {
  p.stroke(smooth(points), darker(tone, 0.32), width + 7)
  p.stroke(smooth(points), tone, width)
  p.stroke(
    smooth(points.map(([x, y]): Point => [x - width * 0.2, y - width * 0.16])),
    lighter(tone, 0.14),
    width * 0.34,
    'opacity="0.7"',
  )
  const [x, y] = at(points, -1)
  if (nail) p.ellipse(x, y, width * 0.3, width * 0.36, nail)
}
