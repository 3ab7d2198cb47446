import { at, blob, lerp, times } from '../kit/core'
import { back } from '../kit/crowd'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

export function unChamber(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#0f2438'],
      [0.5, '#1f4a5c'],
      [1, '#0f2030'],
    ]),
  )
  p.rect(
    0,
    60,
    p.w,
    420,
    p.linear([
      [0, '#7a4f2c'],
      [1, '#c08a4a'],
    ]),
  )
  p.stroke(times(46, (i) => `M${i * 40 + 10} 60v420`).join(''), '#5f3a22', 4, 'opacity="0.5"')
  p.glow(900, 270, 560, '#ffe9b0', 0.75)
  p.circle(900, 262, 184, '#15435c')
  p.circle(900, 262, 184, 'none', 'stroke="#f0d08a" stroke-width="10"')
  p.path(
    blob(p.r, 820, 210, 76, 54, 0.35) +
      blob(p.r, 960, 230, 80, 66, 0.35) +
      blob(p.r, 880, 340, 46, 60, 0.3) +
      blob(p.r, 1000, 340, 40, 34, 0.3),
    '#e9c77a',
  )
  p.stroke(
    'M716 262H1084M900 78V446M900 78Q760 262 900 446M900 78Q1040 262 900 446M742 170Q900 220 1058 170M742 354Q900 304 1058 354',
    '#9fc0c0',
    3,
    'opacity="0.7"',
  )
  const flags = [
    '#b3201f',
    '#0f7a52',
    '#27508c',
    '#f0c45a',
    '#f4efe0',
    '#1f8a9c',
    '#d9622b',
    '#22263a',
  ] as const
  times(22, (i) => {
    const x = i < 11 ? 60 + i * 58 : 1132 + (i - 11) * 58
    p.line(x, 250, x, 480, '#e9cf9a', 5)
    p.path(`M${x} 256q26 10 30 60q4 60 -6 110q-14 -10 -24 -40Z`, at(flags, i * 3))
    p.path(`M${x} 310q24 20 30 60l-2 36q-14 -30 -28 -40Z`, at(flags, i * 5 + 2))
  })
  for (const x of [200, 560, 900, 1240, 1600]) {
    p.poly(
      [
        [x - 30, 0],
        [x + 30, 0],
        [lerp(x, 900, 0.2) + 300, 900],
        [lerp(x, 900, 0.2) - 300, 900],
      ],
      p.linear([
        [0, '#fff3cf', 0.3],
        [1, '#fff3cf', 0],
      ]),
    )
    p.ellipse(x, 10, 60, 14, '#fffbe6')
  }
  p.path(
    'M0 480H1800V1210H0Z',
    p.linear([
      [0, '#2f6a74'],
      [1, '#12303f'],
    ]),
  )
  const seat = (a: number, rx: number, ry: number) =>
    [900 + Math.cos(a) * rx, 800 + Math.sin(a) * ry] as const
  const suits = [
    '#1d2a44',
    '#3a2a3c',
    '#24463f',
    '#5a2a2c',
    '#b3201f',
    '#e0d6bd',
    '#27608c',
    '#d9962f',
  ] as const
  const heads = ['#1d1412', '#2a1a14', '#8a7f78', '#5a3a22', '#1d1412'] as const
  times(17, (i) => {
    const a = Math.PI * (1.03 + (0.94 * i) / 16)
    const [x, y] = seat(a, 700, 268)
    const s = 44
    p.rect(x - s * 1.1, y - s * 1.2, s * 2.2, s * 2.4, '#7d2a24', 'rx="12"')
    figure(p, {
      x,
      y: y + 150,
      h: 270,
      top: at(suits, i * 3),
      face: x < 900 ? 1 : -1,
      arms: [
        [30, 80],
        [34, 86],
      ],
      head: i % 4 === 1 ? 'scarf' : 'hair',
      headColor: i % 4 === 1 ? at(suits, i + 4) : at(heads, i),
    })
  })
  p.ellipse(900, 840, 700, 262, '#5a341f')
  p.ellipse(900, 812, 700, 262, '#d9a45f')
  p.ellipse(900, 812, 672, 246, '#e9bd7a')
  p.ellipse(900, 812, 470, 160, '#8a5a34')
  p.ellipse(
    900,
    826,
    464,
    150,
    p.radial([
      [0, '#5fa8a8'],
      [1, '#1d4a58'],
    ]),
  )
  p.path(
    times(7, (i) =>
      blob(p.r, 900 + Math.cos(i * 0.9) * 120, 820 + Math.sin(i * 0.9) * 36, 44, 30, 0.3),
    ).join(''),
    '#3a8a5a',
  )
  p.path(
    times(9, (i) =>
      blob(p.r, 900 + Math.cos(i * 0.7) * 110, 806 + Math.sin(i * 0.7) * 30, 14, 11, 0.2),
    ).join(''),
    '#f4e6c0',
  )
  times(26, (i) => {
    const a = (i / 26) * Math.PI * 2 + 0.1
    const [x, y] = seat(a, 570, 208)
    p.poly(
      [
        [x - 26, y + 4],
        [x + 22, y],
        [x + 28, y + 22],
        [x - 22, y + 26],
      ],
      '#fffaf0',
    )
    p.line(x + 38, y + 16, x + 44, y - 24, '#2a2430', 5)
    p.rect(x - 50, y - 4, 12, 20, '#cfeaf0')
  })
  times(7, (i) => {
    const x = 130 + i * 257
    const y = 1010 + 70 * Math.sin((i / 6) * Math.PI)
    back(
      p,
      x,
      y,
      104,
      at(suits, i * 5 + 1),
      i % 3 === 2 ? at(suits, i + 5) : at(heads, i * 2),
      i % 3 === 2 ? 'scarf' : 'short',
    )
    p.rect(x - 120, y + 150, 240, 200, '#5a1f1e', 'rx="26"')
  })
  vignette(p, 0.5, 0.5, '#050f1a', 0.45)
}
