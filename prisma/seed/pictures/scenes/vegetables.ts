import { blob, darker, lighter, n, smooth, times } from '../kit/core'
import type { Painter } from '../kit/painter'

export type Draw = (p: Painter, x: number, y: number, s: number) => void

const shine = (p: Painter, x: number, y: number, s: number) =>
  p.ellipse(x - s * 0.32, y - s * 0.36, s * 0.22, s * 0.14, '#ffffff', 'opacity="0.55"')

function round(color: string): Draw {
  return (p, x, y, s) => {
    const c = p.r.chance(0.5) ? color : lighter(color, 0.12)
    p.circle(x, y, s, c)
    p.path(
      `M${n(x + s * 0.3)} ${n(y - s * 0.95)}A${n(s)} ${n(s)} 0 0 1 ${n(x - s * 0.5)} ${n(y + s * 0.86)}Q${n(x + s * 0.7)} ${n(y + s * 0.5)} ${n(x + s * 0.3)} ${n(y - s * 0.95)}Z`,
      darker(color, 0.3),
      'opacity="0.7"',
    )
    shine(p, x, y, s)
  }
}

export const tomato: Draw = (p, x, y, s) => {
  round('#cf2f22')(p, x, y, s)
  p.path(
    times(
      5,
      (i) =>
        `M${n(x)} ${n(y - s * 0.5)}l${n(Math.cos(i * 1.26) * s * 0.5)} ${n(Math.sin(i * 1.26) * s * 0.28)}l${n(-s * 0.1)} ${n(s * 0.12)}Z`,
    ).join(''),
    '#3f7a2f',
  )
}

export const brinjal: Draw = (p, x, y, s) => {
  p.group(`transform="rotate(${n(p.r.range(-50, 50))} ${n(x)} ${n(y)})"`, () => {
    p.path(
      smooth(
        [
          [x - s * 0.4, y - s * 0.9],
          [x + s * 0.4, y - s * 0.9],
          [x + s * 0.75, y + s * 0.5],
          [x, y + s * 1.25],
          [x - s * 0.75, y + s * 0.5],
        ],
        true,
      ),
      p.r.pick(['#4a2360', '#5d2c72', '#3a1c4e']),
    )
    p.ellipse(x - s * 0.3, y + s * 0.1, s * 0.13, s * 0.5, '#a98ac0', 'opacity="0.7"')
    p.path(
      smooth(
        [
          [x - s * 0.5, y - s * 0.75],
          [x, y - s * 1.25],
          [x + s * 0.5, y - s * 0.75],
          [x, y - s * 0.6],
        ],
        true,
      ),
      '#5f8a3a',
    )
  })
}

export const cauliflower: Draw = (p, x, y, s) => {
  p.path(
    times(5, (i) =>
      blob(
        p.r,
        x + Math.cos(i * 0.8 + 0.1) * s * 0.85,
        y + s * 0.3 + Math.sin(i * 0.8) * s * 0.5,
        s * 0.6,
        s * 0.6,
        0.15,
      ),
    ).join(''),
    '#5f9a48',
  )
  p.path(blob(p.r, x, y, s, s * 0.85, 0.06), '#e6dcb8')
  times(11, () =>
    p.path(
      blob(p.r, x + p.r.bell(s * 0.75), y - s * 0.1 + p.r.bell(s * 0.6), s * 0.26, s * 0.23, 0.15),
      p.r.pick(['#fffaf0', '#f6eed4', '#efe3c0']),
    ),
  )
}

export const cabbage: Draw = (p, x, y, s) => {
  p.path(blob(p.r, x, y, s * 1.12, s * 0.98, 0.1), '#4f8a3f')
  p.path(blob(p.r, x, y - s * 0.08, s * 0.86, s * 0.8, 0.08), '#8cbf5a')
  p.path(blob(p.r, x + s * 0.1, y - s * 0.2, s * 0.52, s * 0.5, 0.1), '#b9dc82')
  p.stroke(
    `M${n(x)} ${n(y + s * 0.8)}Q${n(x - s * 0.1)} ${n(y)} ${n(x + s * 0.1)} ${n(y - s * 0.7)}M${n(x)} ${n(y + s * 0.3)}l${n(-s * 0.5)} ${n(-s * 0.5)}M${n(x)} ${n(y + s * 0.2)}l${n(s * 0.5)} ${n(-s * 0.5)}`,
    '#e3f2c0',
    s * 0.06,
  )
}

export const carrot: Draw = (p, x, y, s) =>
  p.group(`transform="rotate(${n(p.r.range(-35, 35))} ${n(x)} ${n(y)})"`, () => {
    p.stroke(
      times(
        4,
        (i) =>
          `M${n(x)} ${n(y - s)}q${n((i - 1.5) * s * 0.3)} ${n(-s * 0.5)} ${n((i - 1.5) * s * 0.6)} ${n(-s * 0.9)}`,
      ).join(''),
      '#4f9a3f',
      s * 0.14,
    )
    p.path(
      smooth(
        [
          [x - s * 0.42, y - s * 0.9],
          [x + s * 0.42, y - s * 0.9],
          [x + s * 0.28, y + s * 0.3],
          [x, y + s * 1.5],
          [x - s * 0.28, y + s * 0.3],
        ],
        true,
      ),
      p.r.pick(['#e8792a', '#f08a35', '#d96820']),
    )
    p.stroke(
      `M${n(x - s * 0.3)} ${n(y - s * 0.4)}h${n(s * 0.3)}M${n(x)} ${n(y)}h${n(s * 0.22)}`,
      '#b3521a',
      s * 0.06,
    )
  })

export const chili: Draw = (p, x, y, s) =>
  p.stroke(
    `M${n(x - s)} ${n(y)}q${n(s)} ${n(p.r.range(-1, 1) * s)} ${n(s * 2)} ${n(p.r.range(-0.8, 0.8) * s)}`,
    p.r.pick(['#3f8a35', '#57a845', '#2f7030', '#c8322a']),
    s * 0.46,
  )

export const radish: Draw = (p, x, y, s) =>
  p.group(`transform="rotate(${n(p.r.range(50, 110))} ${n(x)} ${n(y)})"`, () => {
    p.path(blob(p.r, x, y - s * 1.2, s * 0.6, s * 0.6, 0.3), '#4f9a48')
    p.path(
      smooth(
        [
          [x - s * 0.36, y - s],
          [x + s * 0.36, y - s],
          [x + s * 0.26, y + s * 0.5],
          [x, y + s * 1.6],
          [x - s * 0.26, y + s * 0.5],
        ],
        true,
      ),
      p.r.pick(['#fbf6ee', '#efe6e0', '#e9c9d0']),
    )
  })

export const pumpkin: Draw = (p, x, y, s) => {
  for (const [dx, c] of [
    [-0.6, '#b8651c'],
    [0.6, '#a85a1a'],
    [-0.3, '#d9822b'],
    [0.3, '#cf7624'],
    [0, '#eb9a3c'],
  ] as const)
    p.ellipse(x + dx * s, y, s * 0.52, s * 0.8, c)
  p.rect(x - s * 0.09, y - s * 1.02, s * 0.2, s * 0.3, '#5f6a2f', 'rx="4"')
}
