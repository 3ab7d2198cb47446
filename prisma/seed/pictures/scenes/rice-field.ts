import { darker, lerp, type Point, times } from '../kit/core'
import { birds, cloud, grass, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'
import { palm } from '../kit/plants'

export function riceField(p: Painter) {
  const horizon = 690
  sky(
    p,
    horizon,
    [
      [0, '#2f8fc4'],
      [0.6, '#8fcbdc'],
      [1, '#f3ecc9'],
    ],
    '#e9f6f5',
  )
  cloud(p, 420, 430, 720, '#fffaf0', '#c3dbe2')
  cloud(p, 1480, 330, 560, '#fff8ea', '#b4d4e0')
  cloud(p, 930, 610, 420, '#fff3dc', '#d3e2dc')
  treeline(p, 700, 90, '#6a9a86', 40)
  treeline(p, 706, 60, '#3f7a5c', 30)
  p.rect(
    0,
    horizon,
    p.w,
    540,
    p.linear([
      [0, '#f0c75a'],
      [0.4, '#e2a632'],
      [1, '#a8681c'],
    ]),
  )
  const vanish: Point = [1120, 672]
  times(15, (i) => {
    const a = lerp(-1500, 3300, i / 15)
    const b = a + 150
    p.poly([vanish, [a, 1240], [b, 1240]], i % 2 ? '#c98a24' : '#f4d06e', 'opacity="0.5"')
  })
  p.poly(
    [
      [1105, 694],
      [1140, 694],
      [1000, 1220],
      [640, 1220],
    ],
    '#8b7c3c',
  )
  p.poly(
    [
      [1112, 694],
      [1132, 694],
      [900, 1220],
      [720, 1220],
    ],
    '#c2a55c',
  )
  const talGrove = [
    [1010, 720, 470, 0.03],
    [1150, 735, 560, -0.03],
    [1330, 715, 390, 0.02],
  ] as const
  for (const [x, y, h, bend] of talGrove) palm(p, 'tal', x, y, h, '#3c7a4a', '#5a4636', bend)
  palm(p, 'tal', 190, 710, 300, '#4f8a5e', '#6a5744', 0.02)
  figure(p, {
    x: 905,
    y: 900,
    h: 190,
    ...walking,
    top: '#f5efe0',
    bottom: '#b3201f',
    dress: 'lungi',
    head: 'matha',
    headColor: '#e9cf8f',
    face: -1,
  })
  times(9, (row) => {
    const y = lerp(790, 1215, (row / 8) ** 1.3)
    const tall = lerp(26, 190, (row / 8) ** 1.4)
    const half = lerp(46, 250, (y - 690) / 510)
    const center = lerp(1120, 800, (y - 690) / 510)
    const colors = [darker('#d59a2b', 0.1 + row * 0.03), '#e8b23c', '#ffd873']
    grass(p, -60, center - half, y, tall, colors, 330 / (1 + row * 0.32), 0.25)
    grass(p, center + half, 1860, y, tall, colors, 330 / (1 + row * 0.32), 0.25)
  })
  birds(p, 760, 250, 7, 24, '#24506b')
  vignette(p, 0.6, 0.4, '#5a2c10', 0.3)
}
