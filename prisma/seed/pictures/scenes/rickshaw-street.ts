import { blocks, wires } from '../kit/city'
import { at, blob, darker, lerp, lighter, mix, n, poly, smooth, times } from '../kit/core'
import { back } from '../kit/crowd'
import { birds, sky, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

const paints = [
  '#b3201f',
  '#1f7a8c',
  '#e0a52f',
  '#2f7d4f',
  '#7a3b86',
  '#d9622b',
  '#21508c',
] as const

/** Rickshaw from behind: painted back board, folding hood, big wheels, puller ahead. */
function rickshaw(p: Painter, x: number, y: number, s: number, hood: string, board: string) {
  figure(p, {
    x: x + s * 0.04,
    y: y - s * 0.72,
    h: s * 1.14,
    top: at(['#f0e8d4', '#7fa8b5', '#d9b36a', '#a9c08a'], Math.round(x)),
    bottom: '#4a4f6a',
    dress: 'lungi',
    head: 'gamcha',
    headColor: '#c9402f',
  })
  p.ellipse(x, y + s * 0.02, s * 0.66, s * 0.1, '#2a2034', 'opacity="0.4"')
  for (const side of [-1, 1]) {
    p.ellipse(x + side * s * 0.52, y - s * 0.34, s * 0.1, s * 0.36, '#231b26')
    p.ellipse(x + side * s * 0.535, y - s * 0.34, s * 0.055, s * 0.27, '#b9b2a6')
    p.ellipse(x + side * s * 0.535, y - s * 0.34, s * 0.03, s * 0.07, '#3a2c34')
  }
  const shell = smooth([
    [x - s * 0.46, y - s * 0.72],
    [x - s * 0.5, y - s * 1.1],
    [x - s * 0.36, y - s * 1.46],
    [x, y - s * 1.58],
    [x + s * 0.36, y - s * 1.46],
    [x + s * 0.5, y - s * 1.1],
    [x + s * 0.46, y - s * 0.72],
  ])
  p.path(`${shell}Z`, hood)
  p.clip(`${shell}Z`, () => {
    p.stroke(
      `M${n(x - s * 0.5)} ${n(y - s * 1.0)}Q${n(x)} ${n(y - s * 1.42)} ${n(x + s * 0.5)} ${n(y - s * 1.0)}`,
      lighter(hood, 0.4),
      s * 0.05,
    )
    p.stroke(
      `M${n(x - s * 0.5)} ${n(y - s * 1.2)}Q${n(x)} ${n(y - s * 1.6)} ${n(x + s * 0.5)} ${n(y - s * 1.2)}`,
      darker(hood, 0.3),
      s * 0.03,
    )
    times(6, (i) =>
      p.poly(
        [
          [x - s * 0.48 + i * s * 0.16, y - s * 0.9],
          [x - s * 0.4 + i * s * 0.16, y - s * 0.76],
          [x - s * 0.32 + i * s * 0.16, y - s * 0.9],
        ],
        lighter(board, 0.25),
      ),
    )
    p.rect(x + s * 0.24, y - s * 1.7, s * 0.4, s, darker(hood, 0.5), 'opacity="0.35"')
  })
  p.path(
    `M${n(x - s * 0.26)} ${n(y - s * 0.94)}Q${n(x)} ${n(y - s * 1.36)} ${n(x + s * 0.26)} ${n(y - s * 0.94)}Z`,
    darker(hood, 0.55),
  )
  p.path(
    `M${n(x - s * 0.2)} ${n(y - s * 0.94)}q${n(s * 0.02)} ${n(-s * 0.16)} ${n(s * 0.13)} ${n(-s * 0.15)}q${n(s * 0.05)} ${n(-s * 0.1)} ${n(s * 0.1)} 0q${n(s * 0.12)} ${n(-s * 0.02)} ${n(s * 0.14)} ${n(s * 0.15)}Z`,
    lighter(board, 0.3),
  )
  const plate = poly([
    [x - s * 0.44, y - s * 0.78],
    [x + s * 0.44, y - s * 0.78],
    [x + s * 0.38, y - s * 0.28],
    [x - s * 0.38, y - s * 0.28],
  ])
  p.path(plate, board)
  p.clip(plate, () => {
    p.circle(x, y - s * 0.44, s * 0.17, '#f6d16a')
    p.rect(x - s * 0.5, y - s * 0.44, s, s * 0.2, mix(board, '#123c50', 0.6))
    p.poly(
      [
        [x - s * 0.4, y - s * 0.42],
        [x - s * 0.2, y - s * 0.64],
        [x - s * 0.02, y - s * 0.42],
      ],
      lighter(board, 0.45),
    )
    for (const side of [-1, 1]) {
      p.path(blob(p.r, x + side * s * 0.29, y - s * 0.62, s * 0.075, s * 0.07, 0.25), '#f4a7b0')
      p.circle(x + side * s * 0.29, y - s * 0.62, s * 0.025, '#fff2c0')
    }
  })
  p.path(plate, 'none', `stroke="#f3e2b8" stroke-width="${n(s * 0.026)}"`)
  p.rect(x - s * 0.34, y - s * 0.27, s * 0.68, s * 0.06, '#3a2c34')
}

export function rickshawStreet(p: Painter) {
  sky(p, 560, [
    [0, '#7fc6c9'],
    [1, '#fdeec2'],
  ])
  p.glow(860, 430, 560, '#fff3c4', 0.9)
  const wallSet = ['#e8b98a', '#d98a6a', '#f0d9a8', '#9fc3b5', '#c9706a'] as const
  blocks(p, 620, [90, 160], [120, 260], ['#e9d3a8', '#dfc0a0'], '#c9a58c', {}, [560, 1240])
  for (const side of [-1, 1])
    times(5, (i) => {
      const t = i / 4
      const fx = (x: number) => (side < 0 ? x : 1800 - x)
      const x0 = lerp(600, -60, t)
      const x1 = lerp(720, 250, t)
      const top = lerp(330, -120, t)
      const base = lerp(620, 900, t)
      const wall = at(wallSet, i * 2 + (side < 0 ? 0 : 1))
      p.poly(
        [
          [fx(x0), top],
          [fx(x1), lerp(top, 400, 0.35)],
          [fx(x1), lerp(base, 600, 0.45)],
          [fx(x0), base],
        ],
        side < 0 ? darker(wall, 0.12) : wall,
      )
      times(4, (k) => {
        const u = 0.14 + k * 0.17
        const y = lerp(top, base, u)
        const yy = lerp(lerp(top, 400, 0.35), lerp(base, 600, 0.45), u)
        p.poly(
          [
            [fx(lerp(x0, x1, 0.2)), lerp(y, yy, 0.2)],
            [fx(lerp(x0, x1, 0.75)), lerp(y, yy, 0.75)],
            [fx(lerp(x0, x1, 0.75)), lerp(y, yy, 0.75) + 40 + t * 34],
            [fx(lerp(x0, x1, 0.2)), lerp(y, yy, 0.2) + 44 + t * 40],
          ],
          darker(wall, 0.48),
        )
      })
      const ay = lerp(base, 600, 0.3)
      p.poly(
        [
          [fx(x0), ay - 60 - t * 60],
          [fx(x1 + 40), ay - 74 - t * 30],
          [fx(x1 + 80), ay - 24 - t * 20],
          [fx(x0 + 40), ay + 6 - t * 20],
        ],
        at(paints, i + (side < 0 ? 0 : 3)),
      )
      p.poly(
        [
          [fx(lerp(x0, x1, 0.4)), lerp(top, base, 0.28)],
          [fx(lerp(x0, x1, 0.4) + 34 + t * 50), lerp(top, base, 0.3)],
          [fx(lerp(x0, x1, 0.4) + 34 + t * 50), lerp(top, base, 0.52)],
          [fx(lerp(x0, x1, 0.4)), lerp(top, base, 0.5)],
        ],
        at(paints, i + 2),
        'opacity="0.9"',
      )
    })
  p.rect(0, 604, p.w, 640, '#b5a08e')
  p.poly(
    [
      [640, 606],
      [1160, 606],
      [2100, 1240],
      [-300, 1240],
    ],
    p.linear([
      [0, '#d9c3a0'],
      [1, '#8a7a80'],
    ]),
  )
  wires(p, 190, 120, '#3a3440', 4)
  wires(p, 60, 250, '#3a3440', 3)
  times(40, () => {
    const side = p.r.chance(0.5) ? -1 : 1
    back(
      p,
      900 + side * p.r.range(120, 400),
      p.r.range(600, 640),
      20,
      p.r.pick(['#b3201f', '#f0e6d0', '#2f5a7a', '#d9a03a', '#5f8a5a']),
    )
  })
  const rows = [
    [640, 62, 9],
    [700, 88, 8],
    [785, 126, 7],
    [915, 184, 6],
    [1140, 290, 5],
  ] as const
  rows.forEach(([y, s, count], row) => {
    times(count, (i) => {
      const spread = lerp(320, 2000, (y - 620) / 500)
      const x =
        840 + spread * ((i + 0.5) / count - 0.5) + p.r.bell(s * 0.2) + (row % 2 ? s * 0.3 : 0)
      rickshaw(
        p,
        x,
        y + p.r.bell(s * 0.1),
        s,
        at(paints, i * 3 + row),
        at(paints, i * 2 + row * 3 + 2),
      )
    })
    if (row < 3) p.rect(-20, y - 200, 1840, 240, '#fde9bd', `opacity="${0.16 - row * 0.04}"`)
  })
  birds(p, 900, 170, 6, 20, '#4a5a66')
  vignette(p, 0.48, 0.55, '#2a1830', 0.42)
}
