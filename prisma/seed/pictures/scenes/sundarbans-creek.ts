import { blob, lerp, n, smooth, times } from '../kit/core'
import { lightPath, reflection, ripples, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'
import { frond } from '../kit/plants'

export function sundarbansCreek(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#dfe9a6'],
      [0.3, '#b8d28a'],
      [0.5, '#7fae77'],
      [1, '#0f3a38'],
    ]),
  )
  p.glow(900, 330, 620, '#fff7c8', 0.95)
  treeline(p, 560, 300, '#8fbb80', 70)
  treeline(p, 590, 190, '#5f9a70', 60)
  p.path(
    'M0 600Q600 560 900 575Q1240 560 1800 610V1200H0Z',
    p.linear([
      [0, '#d5e3a0'],
      [0.2, '#7db080'],
      [0.55, '#2c6f66'],
      [1, '#0b302f'],
    ]),
  )
  lightPath(p, 900, 585, 1150, 150, '#f4f6c4', 0.65)
  const bank = (side: number) => {
    const flip = (x: number) => (side < 0 ? x : p.w - x)
    p.path(
      smooth(
        [
          [flip(-40), 470],
          [flip(240), 560],
          [flip(520), 590],
          [flip(690), 598],
          [flip(560), 640],
          [flip(300), 740],
          [flip(-40), 900],
        ],
        true,
      ),
      '#5d5a3c',
    )
    for (const [color, reach, count] of [
      ['#2c6b4c', 1, 22],
      ['#1d5440', 1.08, 18],
      ['#3f8a55', 0.85, 14],
    ] as const)
      times(count, (i) => {
        const t = i / count
        const x = lerp(-60, 640, t) + p.r.bell(40)
        const y = lerp(690, 600, t) + p.r.bell(20)
        const long = lerp(620, 130, t ** 0.8) * reach * p.r.range(0.75, 1.1)
        p.path(
          frond(flip(x), y, 90 + side * p.r.range(-22, 62), long, p.r.range(0.12, 0.5), 0.2, 22),
          color,
        )
      })
    p.stroke(
      times(40, () => {
        const t = p.r.next()
        return `M${n(flip(lerp(-20, 640, t)))} ${n(lerp(850, 610, t) + 8)}v${n(-lerp(70, 14, t) * p.r.range(0.5, 1))}`
      }).join(''),
      '#2a2c20',
      6,
    )
  }
  reflection(
    p,
    640,
    () => {
      bank(-1)
      bank(1)
    },
    0.5,
    40,
  )
  bank(-1)
  bank(1)
  const skiff = () => {
    p.path('M770 702Q900 738 1046 700Q1010 748 908 750Q810 748 770 702Z', '#1b1c1a')
    figure(p, {
      x: 985,
      y: 722,
      h: 150,
      top: '#b3201f',
      bottom: '#23343c',
      dress: 'lungi',
      head: 'matha',
      headColor: '#e6c477',
      face: -1,
      lean: 8,
      arms: [
        [50, 90],
        [35, 70],
      ],
    })
    p.line(960, 610, 940, 790, '#2a2018', 6)
  }
  reflection(p, 748, skiff, 0.4, 24)
  skiff()
  ripples(p, 700, 1200, '#dff0b8', 70, 0.35)
  ripples(p, 800, 1200, '#06221f', 70, 0.4)
  times(9, (i) =>
    p.path(
      frond(
        i % 2 ? -60 : 1860,
        1180 + p.r.range(-60, 120),
        i % 2 ? p.r.range(20, 80) : p.r.range(100, 160),
        p.r.range(420, 640),
        0.4,
        0.2,
        22,
      ),
      '#08282a',
    ),
  )
  for (const [color, dy] of [
    ['#0b3a34', 0],
    ['#14503f', -60],
  ] as const)
    times(26, () => {
      const x = p.r.range(-40, 1840)
      const edge = Math.abs(x - 900) / 900
      p.path(
        blob(
          p.r,
          x,
          -30 + dy + edge * 130,
          p.r.range(70, 150),
          p.r.range(50, 110) + edge * 90,
          0.25,
        ),
        color,
      )
    })
  p.stroke(
    times(
      7,
      (i) =>
        `M${i < 4 ? 60 + i * 95 : 1390 + (i - 4) * 130} ${150 - (i % 3) * 40}q${20 - (i % 3) * 24} 130 6 ${170 + (i % 4) * 46}`,
    ).join(''),
    '#123f36',
    6,
  )
  vignette(p, 0.5, 0.45, '#03201f', 0.5)
}
