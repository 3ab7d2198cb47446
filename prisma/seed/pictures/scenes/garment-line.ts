import { at, blob, lighter, n, times } from '../kit/core'
import { back } from '../kit/crowd'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'

export function garmentLine(p: Painter) {
  const vx = 900
  const vy = 400
  p.rect(0, 0, p.w, p.h, '#d9e3d6')
  p.poly(
    [
      [0, 0],
      [p.w, 0],
      [vx + 130, 330],
      [vx - 130, 330],
    ],
    '#a9c4c0',
  )
  p.poly(
    [
      [0, 1200],
      [p.w, 1200],
      [vx + 130, 470],
      [vx - 130, 470],
    ],
    p.linear([
      [0, '#c9bfa8'],
      [1, '#8d8578'],
    ]),
  )
  p.poly(
    [
      [0, 0],
      [vx - 130, 330],
      [vx - 130, 470],
      [0, 1200],
    ],
    '#c6d6c6',
  )
  p.poly(
    [
      [p.w, 0],
      [vx + 130, 330],
      [vx + 130, 470],
      [p.w, 1200],
    ],
    '#b6cac2',
  )
  p.rect(vx - 130, 330, 260, 140, '#eef1e0')
  for (const side of [-1, 1])
    times(6, (i) => {
      const z = (k: number) => 1 / (1 + k * 0.55)
      const [z0, z1] = [z(i + 0.15), z(i + 0.75)]
      const x = (q: number) => vx + side * 880 * q
      const y = (q: number, h: number) => vy + h * q
      p.poly(
        [
          [x(z0), y(z0, -330)],
          [x(z1), y(z1, -330)],
          [x(z1), y(z1, -30)],
          [x(z0), y(z0, -30)],
        ],
        '#f6f4d8',
      )
      p.poly(
        [
          [x(z0), y(z0, -200)],
          [x(z1), y(z1, -200)],
          [x(z1), y(z1, -186)],
          [x(z0), y(z0, -186)],
        ],
        '#8aa8a0',
      )
      p.poly(
        [
          [vx + side * 560 * z(i), y(z(i), -470)],
          [vx + side * 700 * z(i), y(z(i), -470)],
          [vx + side * 700 * z(i + 0.7), y(z(i + 0.7), -470)],
          [vx + side * 560 * z(i + 0.7), y(z(i + 0.7), -470)],
        ],
        '#fffef0',
      )
      p.poly(
        [
          [vx + side * 120 * z(i), y(z(i), -470)],
          [vx + side * 250 * z(i), y(z(i), -470)],
          [vx + side * 250 * z(i + 0.7), y(z(i + 0.7), -470)],
          [vx + side * 120 * z(i + 0.7), y(z(i + 0.7), -470)],
        ],
        '#fffef0',
      )
    })
  const cloths = [
    '#b3201f',
    '#e0a52f',
    '#21637a',
    '#f3ead6',
    '#3a7d5a',
    '#d9622b',
    '#7a3b6a',
  ] as const
  const lanes = [-1.42, -0.5, 0.5, 1.42] as const
  for (let row = 7; row >= 0; row--) {
    const q = 1 / (0.86 + row * 0.48)
    lanes.forEach((lane, k) => {
      const x = vx + lane * 600 * q
      const y = vy + 560 * q
      const s = 300 * q
      const cloth = at(cloths, row * 3 + k * 2)
      p.rect(x - s * 0.62, y - s * 0.1, s * 1.24, s * 0.12, '#efe6cf')
      p.rect(x - s * 0.62, y + s * 0.02, s * 1.24, s * 0.06, '#a88f6c')
      p.stroke(
        `M${n(x - s * 0.55)} ${n(y + s * 0.08)}v${n(s * 0.6)}M${n(x + s * 0.55)} ${n(y + s * 0.08)}v${n(s * 0.6)}`,
        '#4a5560',
        s * 0.04,
      )
      p.path(blob(p.r, x - s * 0.34, y - s * 0.13, s * 0.24, s * 0.13, 0.2), cloth)
      p.path(blob(p.r, x - s * 0.4, y - s * 0.2, s * 0.15, s * 0.08, 0.2), lighter(cloth, 0.25))
      p.path(
        `M${n(x - s * 0.02)} ${n(y - s * 0.1)}v${n(-s * 0.3)}q0 ${n(-s * 0.09)} ${n(s * 0.09)} ${n(-s * 0.09)}h${n(s * 0.34)}q${n(s * 0.09)} 0 ${n(s * 0.09)} ${n(s * 0.1)}v${n(s * 0.29)}h${n(-s * 0.14)}v${n(-s * 0.17)}h${n(-s * 0.22)}v${n(s * 0.1)}Z`,
        '#2f4a58',
      )
      p.rect(x + s * 0.04, y - s * 0.46, s * 0.36, s * 0.04, '#7fa3ac')
      p.circle(x + s * 0.52, y - s * 0.34, s * 0.09, '#b8c4c4')
      const worker = at(cloths, row * 2 + k * 5 + 3)
      back(
        p,
        x,
        y + s * 0.02,
        s * 0.4,
        worker,
        k % 3 === 0 ? '#1d1412' : lighter(worker, 0.2),
        k % 3 === 0 ? 'bun' : 'scarf',
      )
      p.rect(x - s * 0.3, y + s * 0.98, s * 0.6, s * 0.08, '#6a4a34')
    })
    if (row > 3) p.rect(0, vy - 60, p.w, 420, '#f3f4e0', 'opacity="0.14"')
  }
  vignette(p, 0.5, 0.45, '#1f3038', 0.35)
}
