import { blob, darker, mix, n, times } from '../kit/core'
import { birds, land, mist, ridge, sun, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { tree } from '../kit/plants'

export function hillValley(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#f2b99b'],
      [0.25, '#f8dcb4'],
      [0.55, '#cfe0d2'],
      [1, '#7fb0b0'],
    ]),
  )
  sun(p, 980, 235, 64, '#fffbe6', '#ffe6b0')
  const layers = [
    ['#a9b8c4', 420, 70, 900],
    ['#86a3b4', 520, 90, 760],
    ['#5f8a9c', 640, 95, 900],
    ['#3f7480', 770, 110, 820],
  ] as const
  layers.forEach(([color, y, amp, wave], i) => {
    const line = ridge(p.r, p.w, y, amp, wave, 0.45)
    const d = land(
      p,
      line,
      1240,
      p.linear([
        [0, color],
        [1, mix(color, '#f2f0dc', 0.8)],
      ]),
    )
    p.dry(d, darker(color, 0.25), {
      from: [0.1, 0],
      to: [0.7, 0.5],
      fx: 0.006,
      fy: 0.03,
      opacity: 0.4,
      strength: 0.66,
    })
    times(6, () => {
      const x = p.r.range(-100, 1900)
      const w = p.r.range(360, 760)
      p.path(
        blob(p.r, x, y + 130 + p.r.bell(30), w * 0.5, 26 + i * 6, 0.2),
        '#fdf6e6',
        `opacity="0.5" ${p.blur(14, 6)}`,
      )
      p.path(
        blob(p.r, x + 60, y + 150, w * 0.36, 18 + i * 5, 0.2),
        '#ffffff',
        `opacity="0.7" ${p.blur(8, 4)}`,
      )
    })
  })
  mist(p, 860, 240, '#fdf3e0', 0.85)
  const front = land(
    p,
    [
      [-30, 900],
      [300, 820],
      [640, 930],
      [980, 1070],
      [1400, 1000],
      [1840, 850],
    ],
    1240,
    '#1f5a52',
  )
  p.dry(front, '#3f8f62', {
    from: [0, 0],
    to: [0.4, 1],
    fx: 0.01,
    fy: 0.05,
    opacity: 0.9,
    strength: 0.72,
  })
  for (const [x, y, h] of [
    [60, 900, 190],
    [170, 880, 150],
    [1700, 930, 210],
    [1590, 965, 160],
    [1780, 900, 170],
    [1480, 1000, 120],
    [480, 895, 110],
  ] as const)
    tree(p, x, y, h, '#2f7550', '#1d3632')
  const jum = (x: number, y: number, s: number) => {
    p.rect(x - s * 0.5, y - s * 0.2, s, s * 0.5, '#6b4a34')
    p.stroke(
      times(4, (i) => `M${n(x - s * 0.45 + i * s * 0.3)} ${n(y + s * 0.2)}v${n(s * 0.55)}`).join(
        '',
      ),
      '#3a2a24',
      6,
    )
    p.poly(
      [
        [x - s * 0.75, y - s * 0.12],
        [x - s * 0.42, y - s * 0.75],
        [x + s * 0.42, y - s * 0.75],
        [x + s * 0.75, y - s * 0.12],
      ],
      '#d9b06a',
    )
    p.poly(
      [
        [x + s * 0.2, y - s * 0.12],
        [x + s * 0.3, y - s * 0.75],
        [x + s * 0.42, y - s * 0.75],
        [x + s * 0.75, y - s * 0.12],
      ],
      '#a97b42',
    )
    p.rect(x - s * 0.16, y - s * 0.05, s * 0.24, s * 0.35, '#2a1c1a')
  }
  jum(330, 800, 120)
  jum(1230, 1000, 84)
  p.rect(276, 792, 40, 22, '#b3201f')
  birds(p, 620, 330, 6, 22, '#3b5a6b')
  vignette(p, 0.5, 0.35, '#12383c', 0.35)
}
