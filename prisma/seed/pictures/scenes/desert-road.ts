import { blob, lerp, mix, n, type Point, poly, smooth, times } from '../kit/core'
import { grass, land, ridge, sky, sun, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'

function camel(p: Painter, x: number, y: number, s: number) {
  const d = smooth(
    [
      [x - s * 0.45, y - s * 0.5],
      [x - s * 0.2, y - s * 0.68],
      [x, y - s * 0.92],
      [x + s * 0.18, y - s * 0.68],
      [x + s * 0.34, y - s * 0.56],
      [x + s * 0.5, y - s * 0.92],
      [x + s * 0.72, y - s * 0.9],
      [x + s * 0.58, y - s * 0.76],
      [x + s * 0.42, y - s * 0.36],
      [x, y - s * 0.36],
      [x - s * 0.42, y - s * 0.36],
    ],
    true,
  )
  p.stroke(
    [-0.34, -0.24, 0.22, 0.32]
      .map(
        (dx, i) =>
          `M${n(x + s * dx)} ${n(y - s * 0.4)}l${n(s * (i % 2 ? 0.06 : -0.04))} ${n(s * 0.4)}`,
      )
      .join(''),
    '#5e3428',
    s * 0.055,
  )
  p.path(d, '#7b4632')
  p.path(blob(p.r, x, y - s * 0.7, s * 0.17, s * 0.15, 0.08), '#b3201f')
}

export function desertRoad(p: Painter) {
  const horizon = 560
  sky(
    p,
    horizon,
    [
      [0, '#1f8a9c'],
      [0.55, '#7cc3bb'],
      [1, '#fbe3b8'],
    ],
    '#eaf6e6',
  )
  sun(p, 1430, 210, 58, '#fffdf0', '#fff3c9')
  const far = land(p, ridge(p.r, p.w, 520, 40, 620, 0.5), 620, '#d99a82')
  p.dry(far, '#a85f66', {
    from: [1, 0],
    to: [0, 0.4],
    fx: 0.01,
    fy: 0.05,
    opacity: 0.7,
    strength: 0.7,
  })
  p.rect(
    0,
    horizon,
    p.w,
    660,
    p.linear([
      [0, '#f5c886'],
      [0.5, '#eaa560'],
      [1, '#c97b45'],
    ]),
  )
  const dunes: readonly [Point, Point, Point, Point][] = [
    [
      [-40, 640],
      [260, 560],
      [470, 610],
      [700, 650],
    ],
    [
      [1060, 650],
      [1340, 590],
      [1500, 540],
      [1840, 640],
    ],
    [
      [-40, 800],
      [180, 690],
      [420, 760],
      [640, 880],
    ],
    [
      [1200, 840],
      [1500, 700],
      [1660, 670],
      [1840, 760],
    ],
  ]
  dunes.forEach(([a, b, c, e], i) => {
    const lit = mix('#f9d496', '#eeb06c', i / 4)
    p.path(`${smooth([a, b, c, e])}L${e[0]} ${e[1] + 60}L${a[0]} ${e[1] + 90}Z`, lit)
    p.path(
      `${smooth([a, b])}Q${n(b[0] + 40)} ${n(b[1] + 90)} ${n(b[0] - 120)} ${n(b[1] + 230)}L${n(a[0])} ${n(a[1] + 190)}Z`,
      '#c67f52',
      'opacity="0.75"',
    )
  })
  const road = (half0: number, half1: number): Point[] => {
    const mid: Point[] = [
      [880, 566],
      [920, 600],
      [970, 650],
      [1000, 720],
      [965, 840],
      [870, 1010],
      [780, 1230],
    ]
    const edge = (side: number) =>
      mid.map(([x, y]): Point => [x + side * lerp(half0, half1, ((y - 566) / 664) ** 1.25), y])
    return [...edge(-1), ...edge(1).reverse()]
  }
  p.path(smooth(road(4, 560), true), '#e9bd83', 'opacity="0.8"')
  p.path(poly(road(4, 440)), '#4b4454')
  p.dry(poly(road(4, 440)), '#76697a', {
    from: [0, 1],
    to: [0, 0],
    fx: 0.02,
    fy: 0.1,
    opacity: 0.8,
    strength: 0.66,
  })
  for (const [y0, y1, x0, x1] of [
    [1080, 1230, 828, 780],
    [940, 1010, 902, 864],
    [848, 890, 957, 932],
    [780, 805, 988, 978],
    [728, 744, 1004, 1001],
    [692, 702, 988, 994],
  ] as const) {
    const wide = lerp(2, 15, (y1 - 566) / 664)
    p.poly(
      [
        [x0 - wide * 0.7, y0],
        [x0 + wide * 0.7, y0],
        [x1 + wide, y1],
        [x1 - wide, y1],
      ],
      '#ffe9b8',
    )
  }
  p.rect(944, 636, 62, 44, '#b3201f', 'rx="5"')
  p.rect(950, 610, 50, 32, '#f7ead0', 'rx="3"')
  p.rect(949, 642, 52, 16, '#232a3c')
  p.rect(944, 680, 62, 9, '#3a2a34')
  times(3, (i) => camel(p, 1280 + i * 130, 668 + i * 4, 92 - i * 4))
  for (const [x, y, s] of [
    [250, 1010, 120],
    [1560, 980, 150],
    [1420, 870, 70],
    [470, 850, 60],
  ] as const)
    grass(p, x - s * 0.5, x + s * 0.5, y, s, ['#7a5a3a', '#94773f', '#b59a55'], 46)
  vignette(p, 0.5, 0.5, '#5a2418', 0.35)
}
