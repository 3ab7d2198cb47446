import { at, blob, n, times } from '../kit/core'
import { back } from '../kit/crowd'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

export function schoolClassroom(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    860,
    p.linear([
      [0, '#e9c27a'],
      [1, '#f3d79a'],
    ]),
  )
  p.rect(0, 560, p.w, 300, '#5f9a8c')
  p.rect(0, 552, p.w, 12, '#3f7468')
  p.poly(
    [
      [0, 820],
      [1800, 820],
      [1800, 1210],
      [0, 1210],
    ],
    p.linear([
      [0, '#c98f5f'],
      [1, '#7d4c3c'],
    ]),
  )
  p.rect(430, 170, 940, 470, '#7a4a2c')
  p.rect(
    452,
    192,
    896,
    426,
    p.linear([
      [0, '#24483f'],
      [1, '#1b3a36'],
    ]),
  )
  p.dry('M452 192h896v426h-896Z', '#8fb3a2', {
    from: [0.1, 0.2],
    to: [0.9, 0.9],
    fx: 0.004,
    fy: 0.03,
    opacity: 0.28,
    strength: 0.66,
  })
  const chalk = '#f4f1e2'
  p.stroke('M560 540L700 300L850 540ZM700 300V540M700 516h24v24', chalk, 6)
  p.stroke(
    'M980 430a100 100 0 1 0 200 0a100 100 0 1 0 -200 0M980 430H1180M1080 430L1146 354',
    chalk,
    6,
  )
  p.stroke('M1080 430L1146 354', '#f2a48a', 7)
  p.stroke('M560 540L700 300', '#f6d873', 7)
  p.stroke('M1225 270q30 -50 60 0t60 0M530 240h80', chalk, 5, 'opacity="0.8"')
  p.rect(440, 636, 920, 20, '#5d3622')
  p.rect(560, 622, 70, 16, '#f4f1e2')
  p.rect(1230, 616, 80, 22, '#b3201f')
  for (const x of [70, 250]) {
    p.rect(x, 190, 150, 320, '#7a4a2c')
    p.rect(
      x + 12,
      202,
      126,
      296,
      p.linear([
        [0, '#dff2f0'],
        [1, '#fdf6cf'],
      ]),
    )
    p.stroke(times(4, (i) => `M${x + 37 + i * 26} 202v296`).join(''), '#7a4a2c', 6)
    p.path(blob(p.r, x + 90, 470, 60, 50, 0.2), '#7fb07a', 'opacity="0.8"')
  }
  p.rect(1480, 210, 220, 160, '#f6efd9')
  p.path(blob(p.r, 1550, 290, 44, 50, 0.3) + blob(p.r, 1640, 280, 34, 44, 0.3), '#5fa08a')
  p.rect(1480, 400, 100, 130, '#b3201f')
  p.circle(1530, 455, 30, '#f6d16a')
  p.poly(
    [
      [1270, 700],
      [1560, 700],
      [1590, 730],
      [1240, 730],
    ],
    '#8f5a34',
  )
  p.rect(1260, 730, 310, 150, '#6d4128')
  times(3, (i) =>
    p.rect(1320 - i * 4, 680 - i * 18, 110, 18, at(['#27508c', '#d9962f', '#b3201f'], i)),
  )
  figure(p, {
    x: 1150,
    y: 900,
    h: 430,
    top: '#2f6a7c',
    bottom: '#b3201f',
    dress: 'saree',
    head: 'bun',
    face: -1,
    arms: [
      [10, 20],
      [90, 128],
    ],
  })
  for (const x of [60, 280])
    p.poly(
      [
        [x, 200],
        [x + 150, 200],
        [x + 900, 1200],
        [x + 480, 1200],
      ],
      p.linear([
        [0, '#fff6cf', 0.45],
        [1, '#fff6cf', 0],
      ]),
    )
  const tops = ['#f4f0e4', '#8fbcd0', '#f4f0e4', '#c8dce2'] as const
  for (const [row, y, s] of [
    [0, 860, 62],
    [1, 980, 88],
    [2, 1140, 124],
  ] as const)
    for (const side of [-1, 0, 1]) {
      const x = 900 + side * s * 7
      const w = s * 5.8
      times(3, (i) => {
        if (p.r.chance(0.16)) return
        const girl = p.r.chance(0.55)
        const px = x + (i - 1) * s * 1.95
        back(p, px, y - s * 1.25, s * 0.9, at(tops, i + row), '#1d1412', girl ? 'bun' : 'short')
        if (girl)
          for (const dx of [-1, 1]) {
            p.stroke(
              `M${n(px + dx * s * 0.3)} ${n(y - s * 1.1)}q${n(dx * s * 0.22)} ${n(s * 0.5)} ${n(dx * s * 0.12)} ${n(s * 0.9)}`,
              '#1d1412',
              s * 0.17,
            )
            p.path(blob(p.r, px + dx * s * 0.46, y - s * 0.95, s * 0.16, s * 0.13, 0.2), '#b3201f')
          }
      })
      p.poly(
        [
          [x - w / 2, y],
          [x + w / 2, y],
          [x + w / 2 + s * 0.1, y + s * 0.34],
          [x - w / 2 - s * 0.1, y + s * 0.34],
        ],
        '#c48a52',
      )
      p.rect(x - w / 2 - s * 0.1, y + s * 0.34, w + s * 0.2, s * 0.16, '#7d4a2c')
      p.stroke(
        `M${n(x - w * 0.44)} ${n(y + s * 0.5)}v${n(s)}M${n(x + w * 0.44)} ${n(y + s * 0.5)}v${n(s)}`,
        '#5d3622',
        s * 0.13,
      )
    }
  vignette(p, 0.5, 0.4, '#3a1c18', 0.42)
}
