import { darker, lerp, smooth, times } from './core'
import type { Painter } from './painter'

/** Head and shoulders from behind, `s` being the width of the head: for rows of onlookers. */
export function back(
  p: Painter,
  x: number,
  y: number,
  s: number,
  top: string,
  hair = '#1d1412',
  kind: 'short' | 'long' | 'scarf' | 'bun' = 'short',
): void {
  const neck = kind === 'short' ? mixSkin(hair) : hair
  p.path(
    smooth(
      [
        [x - s * 1.35, y + s * 3.2],
        [x - s * 1.25, y + s * 1.35],
        [x - s * 0.75, y + s * 0.88],
        [x, y + s * 0.66],
        [x + s * 0.75, y + s * 0.88],
        [x + s * 1.25, y + s * 1.35],
        [x + s * 1.35, y + s * 3.2],
      ],
      false,
    ),
    top,
  )
  p.rect(x - s * 0.22, y + s * 0.2, s * 0.44, s * 0.6, neck)
  p.ellipse(x, y, s * 0.48, s * 0.6, hair)
  if (kind === 'short') p.ellipse(x, y + s * 0.42, s * 0.3, s * 0.2, neck)
  if (kind === 'bun') p.circle(x, y + s * 0.3, s * 0.3, darker(hair, 0.25))
  if (kind === 'long' || kind === 'scarf')
    p.path(
      smooth(
        [
          [x - s * 0.45, y - s * 0.2],
          [x, y - s * 0.62],
          [x + s * 0.45, y - s * 0.2],
          [x + s * 0.62, y + s * 1.1],
          [x, y + s * 1.35],
          [x - s * 0.62, y + s * 1.1],
        ],
        true,
      ),
      hair,
    )
}

const mixSkin = (hair: string): string => (hair === '#1d1412' ? '#6b4026' : hair)

/** A standing crowd, heads and shoulders only, rows growing towards the viewer. */
export function crowd(
  p: Painter,
  x0: number,
  x1: number,
  y: number,
  s: number,
  colors: readonly string[],
  rows = 2,
) {
  times(rows, (row) => {
    const size = s * lerp(0.7, 1, rows > 1 ? row / (rows - 1) : 1)
    for (let x = x0 + p.r.range(0, size); x < x1; x += size * p.r.range(2, 2.8))
      back(
        p,
        x,
        y + row * s * 1.1 + p.r.bell(s * 0.3),
        size,
        p.r.pick(colors),
        '#1d1412',
        p.r.pick(['short', 'short', 'bun', 'long']),
      )
  })
}
