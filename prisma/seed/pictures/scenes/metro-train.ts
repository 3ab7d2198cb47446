import { blocks } from '../kit/city'
import { lerp, n, poly, smooth, times } from '../kit/core'
import { cloud, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { palm, tree } from '../kit/plants'

export function metroTrain(p: Painter) {
  sky(
    p,
    800,
    [
      [0, '#3fa7b5'],
      [0.6, '#b5e0d4'],
      [1, '#fbf0cf'],
    ],
    '#f0faf4',
  )
  cloud(p, 380, 300, 560, '#ffffff', '#c6e3de')
  cloud(p, 1390, 220, 620, '#fffdf4', '#bfe0dc')
  blocks(p, 1000, [70, 140], [260, 500], ['#b7d3c8', '#c9dccb', '#a9cbc6'], '#93bab6', {
    floor: 32,
  })
  blocks(p, 1040, [110, 190], [200, 420], ['#e7c9a0', '#dd9f7a', '#efe0c2', '#c77f63'], '#8a6a62', {
    floor: 38,
  })
  p.rect(0, 985, p.w, 230, '#5d6470')
  p.rect(0, 975, p.w, 30, '#d8cdb0')
  treeline(p, 990, 110, '#4f8f5c', 44)
  const top = (x: number) => 742 - 150 * ((x + 60) / 1900) + 40 * ((x - 900) / 900) ** 2
  const deck = (d0: number, d1: number) =>
    poly([
      ...times(20, (i) => [-60 + i * 103, top(-60 + i * 103) + d0] as const),
      ...times(20, (i) => [-60 + (19 - i) * 103, top(-60 + (19 - i) * 103) + d1] as const),
    ])
  for (const x of [130, 600, 1090, 1580]) {
    const y = top(x)
    p.poly(
      [
        [x - 120, y + 88],
        [x + 120, y + 88],
        [x + 52, y + 165],
        [x - 52, y + 165],
      ],
      '#b9b2a4',
    )
    p.rect(x - 48, y + 160, 96, 500, '#cbc5b4')
    p.rect(x + 12, y + 160, 36, 500, '#928c88')
    p.rect(x - 48, y + 380, 96, 34, '#b3201f', 'opacity="0.85"')
  }
  const seat = (x: number) => top(x) + 4
  p.stroke(
    times(9, (i) => `M${40 + i * 220} ${n(seat(40 + i * 220))}v-330h70`).join(''),
    '#6d7c80',
    8,
  )
  p.stroke(
    smooth(times(18, (i) => [-40 + i * 110, seat(-40 + i * 110) - 300] as const)),
    '#5e6d72',
    3,
  )
  const cars = 5
  times(cars, (i) => {
    const x0 = 1500 - (i + 1) * 372
    const x1 = x0 + 362
    const [a, b] = [seat(x0), seat(x1)]
    const nose = i === 0
    const body = nose
      ? `M${x0} ${n(a - 200)}L${x1 - 60} ${n(b - 196)}Q${x1 + 40} ${n(b - 180)} ${x1 + 96} ${n(b - 40)}Q${x1 + 100} ${n(b - 6)} ${x1 + 60} ${n(b - 6)}L${x0} ${n(a)}Z`
      : poly([
          [x0, a - 200],
          [x1, b - 200],
          [x1, b],
          [x0, a],
        ])
    p.path(body, '#eef1ea')
    p.clip(body, () => {
      p.poly(
        [
          [x0, a - 52],
          [x1 + 120, b - 52],
          [x1 + 120, b + 20],
          [x0, a + 20],
        ],
        '#0f7a5c',
      )
      p.poly(
        [
          [x0, a - 66],
          [x1 + 120, b - 66],
          [x1 + 120, b - 46],
          [x0, a - 46],
        ],
        '#b3201f',
      )
      p.poly(
        [
          [x0, a - 204],
          [x1 + 40, b - 204],
          [x1 + 40, b - 182],
          [x0, a - 182],
        ],
        '#c3cfcb',
      )
      for (const t of [0.09, 0.3, 0.53, 0.76]) {
        const wx = lerp(x0, x1, t)
        const wy = lerp(a, b, t)
        p.rect(wx, wy - 164, 62, 74, '#22404e', 'rx="9"')
        p.poly(
          [
            [wx + 8, wy - 100],
            [wx + 40, wy - 160],
            [wx + 56, wy - 160],
            [wx + 24, wy - 100],
          ],
          '#7fb4bd',
          'opacity="0.7"',
        )
        p.rect(wx + 68, wy - 172, 4, 160, '#aab7b4')
      }
      if (nose)
        p.poly(
          [
            [x1 - 34, b - 172],
            [x1 + 20, b - 164],
            [x1 + 70, b - 84],
            [x1 - 34, b - 84],
          ],
          '#1a2f3d',
        )
    })
    if (nose) p.circle(x1 + 70, b - 40, 13, '#fff6c9')
    else
      p.poly(
        [
          [x1, b - 180],
          [x1 + 12, b - 180],
          [x1 + 12, b - 8],
          [x1, b - 8],
        ],
        '#4a5a5e',
      )
  })
  p.path(deck(0, 96), '#ddd6c4')
  p.path(deck(0, 14), '#f3eddc')
  p.path(deck(66, 96), '#a59e93')
  treeline(p, 1130, 120, '#2f7350', 60)
  treeline(p, 1215, 130, '#1f5a44', 50)
  palm(p, 'coconut', 360, 1140, 330, '#3f8f55', '#6a5644', 0.05)
  tree(p, 1340, 1150, 300, '#d8452f', '#5a4436')
  tree(p, 830, 1165, 240, '#4f9a55', '#5a4436')
  vignette(p, 0.6, 0.5, '#12383c', 0.28)
}
