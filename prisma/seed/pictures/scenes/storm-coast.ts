import { blob, mix, type Point, smooth, times } from '../kit/core'
import { grass, land, rain, ridge, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'
import { palm } from '../kit/plants'

export function stormCoast(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#141c33'],
      [0.3, '#2b4256'],
      [0.5, '#7a968c'],
      [0.56, '#d9d29a'],
    ]),
  )
  for (const [y, h, color] of [
    [0, 300, '#0d1428'],
    [160, 240, '#223650'],
    [330, 180, '#3d5a66'],
  ] as const)
    times(9, () =>
      p.path(
        blob(
          p.r,
          p.r.range(-100, 1900),
          y + p.r.range(0, h * 0.5),
          p.r.range(200, 430),
          p.r.range(50, h * 0.4),
          0.2,
        ),
        mix(color, '#4d6a78', p.r.range(0, 0.35)),
        `opacity="0.75" ${p.blur(12, 5)}`,
      ),
    )
  const bolt = 'M1330 150L1290 290L1330 300L1262 430L1296 438L1236 600'
  p.glow(1290, 360, 420, '#f4f2d0', 0.6)
  p.stroke(bolt, '#fffbe0', 9)
  p.stroke('M1262 430L1200 470L1180 540', '#fff6d0', 4)
  p.rect(
    0,
    610,
    p.w,
    620,
    p.linear([
      [0, '#8fa79a'],
      [0.2, '#3f6a72'],
      [1, '#142c40'],
    ]),
  )
  times(5, (i) => {
    const y = 660 + i * 62
    const line = ridge(p.r, p.w, y, 12 + i * 5, 420 + i * 90, 0.5)
    land(p, line, y + 200, mix('#5f8a88', '#1d3d50', i / 4))
    p.stroke(
      smooth(line),
      '#e6eedd',
      4 + i,
      `opacity="0.8" stroke-dasharray="${70 + i * 40} ${130 + i * 60} 30 ${90 + i * 50}"`,
    )
    p.stroke(
      smooth(line.map(([x, ly]): Point => [x, ly + 20 + i * 3])),
      '#cfe0d4',
      3,
      'opacity="0.3" stroke-dasharray="60 190"',
    )
  })
  const beach = land(
    p,
    [
      [-30, 850],
      [300, 880],
      [640, 960],
      [1000, 1040],
      [1400, 1120],
      [1840, 1150],
    ],
    1240,
    '#8a7350',
  )
  p.dry(beach, '#4f4436', {
    from: [0, 1],
    to: [0.3, 0],
    fx: 0.006,
    fy: 0.06,
    opacity: 0.9,
    strength: 0.75,
  })
  p.stroke('M-20 846Q300 872 640 952T1400 1110L1840 1140', '#f2f0dc', 14, 'opacity="0.9"')
  p.poly(
    [
      [60, 930],
      [60, 830],
      [300, 830],
      [300, 940],
    ],
    '#5f4630',
  )
  p.poly(
    [
      [20, 838],
      [90, 730],
      [280, 730],
      [340, 838],
    ],
    '#b8873f',
  )
  p.poly(
    [
      [220, 838],
      [240, 730],
      [280, 730],
      [340, 838],
    ],
    '#7d5a2c',
  )
  p.rect(150, 860, 60, 76, '#1d1620')
  p.poly(
    [
      [290, 735],
      [380, 720],
      [430, 738],
      [350, 760],
    ],
    '#b8873f',
  )
  palm(p, 'coconut', 380, 1010, 700, '#2f6a4c', '#3a322e', 0.42, 0.62)
  palm(p, 'coconut', 560, 1040, 560, '#3a7a52', '#43382f', 0.5, 0.68)
  palm(p, 'coconut', 130, 980, 560, '#27583f', '#332b2a', 0.3, 0.6)
  figure(p, {
    x: 800,
    y: 1100,
    h: 190,
    ...walking,
    top: '#b3201f',
    bottom: '#2a3148',
    dress: 'lungi',
    head: 'gamcha',
    headColor: '#e9d9b0',
    face: -1,
    lean: 24,
  })
  p.path('M806 948q90 -30 150 8q-60 0 -150 34z', '#d9472f')
  grass(p, -20, 700, 1190, 110, ['#22402f', '#37603c', '#5f8248'], 260, 0.9)
  rain(p, '#eaf2ea', 260, 0.55, 0.34)
  vignette(p, 0.45, 0.5, '#0a1122', 0.5)
}
