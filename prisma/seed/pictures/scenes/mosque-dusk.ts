import { darker, n, poly, times } from '../kit/core'
import { birds, lightPath, reflection, ripples, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'
import { palm } from '../kit/plants'

export function mosqueDusk(p: Painter) {
  const floor = 880
  sky(
    p,
    floor,
    [
      [0, '#10204f'],
      [0.35, '#2f4f8a'],
      [0.62, '#8a6a9a'],
      [0.82, '#f08a6a'],
      [1, '#ffcf86'],
    ],
    '#ff9f7a',
  )
  p.stroke(
    times(60, () => `M${n(p.r.range(0, 1800))} ${n(p.r.range(0, 330))}h0.1`).join(''),
    '#fff4dc',
    4,
  )
  p.path('M1330 150A70 70 0 1 0 1400 250A56 56 0 1 1 1330 150Z', '#fff2cf')
  p.glow(1350, 210, 220, '#fff0c4', 0.4)
  treeline(p, floor, 120, '#5a4a78', 46)
  const wall = '#2b2a5e'
  const dome = (x: number, y: number, r: number, color: string) => {
    p.path(
      `M${n(x - r)} ${n(y)}C${n(x - r * 1.25)} ${n(y - r * 0.8)} ${n(x - r * 0.45)} ${n(y - r * 1.15)} ${n(x)} ${n(y - r * 1.55)}C${n(x + r * 0.45)} ${n(y - r * 1.15)} ${n(x + r * 1.25)} ${n(y - r * 0.8)} ${n(x + r)} ${n(y)}Z`,
      color,
    )
    p.path(
      `M${n(x + r * 0.15)} ${n(y)}C${n(x + r * 0.7)} ${n(y - r * 0.6)} ${n(x + r * 0.4)} ${n(y - r * 1.1)} ${n(x)} ${n(y - r * 1.55)}C${n(x + r * 0.45)} ${n(y - r * 1.15)} ${n(x + r * 1.25)} ${n(y - r * 0.8)} ${n(x + r)} ${n(y)}Z`,
      '#f0937a',
      'opacity="0.75"',
    )
    p.line(x, y - r * 1.5, x, y - r * 1.95, '#f3c27a', Math.max(4, r * 0.05))
    p.circle(x, y - r * 1.72, r * 0.07, '#f3c27a')
    p.rect(x - r * 1.04, y - 4, r * 2.08, r * 0.16, darker(color, 0.3))
  }
  const minaret = (x: number, h: number) => {
    p.poly(
      [
        [x - 30, floor],
        [x - 22, floor - h],
        [x + 22, floor - h],
        [x + 30, floor],
      ],
      '#33306a',
    )
    p.poly(
      [
        [x + 8, floor],
        [x + 6, floor - h],
        [x + 22, floor - h],
        [x + 30, floor],
      ],
      '#c9758a',
      'opacity="0.8"',
    )
    for (const t of [0.45, 0.72, 1]) {
      p.rect(x - 40, floor - h * t - 10, 80, 18, '#4a4280')
      p.rect(x - 36, floor - h * t + 8, 72, 7, '#ffcf7d')
    }
    p.rect(x - 16, floor - h - 60, 32, 54, '#4a4280')
    p.rect(x - 8, floor - h - 52, 16, 40, '#ffd98a')
    dome(x, floor - h - 58, 27, '#3a3874')
  }
  const arch = (x: number, y: number, w: number, h: number, fill: string) =>
    p.path(
      `M${n(x - w / 2)} ${n(y)}V${n(y - h * 0.6)}Q${n(x - w * 0.46)} ${n(y - h * 0.86)} ${n(x)} ${n(y - h)}Q${n(x + w * 0.46)} ${n(y - h * 0.86)} ${n(x + w / 2)} ${n(y - h * 0.6)}V${n(y)}Z`,
      fill,
    )
  const lamp = p.linear([
    [0, '#f39a4a'],
    [1, '#ffe9a8'],
  ])
  const mosque = () => {
    minaret(420, 640)
    minaret(1380, 640)
    minaret(260, 430)
    minaret(1540, 430)
    dome(620, 560, 105, '#37347a')
    dome(1180, 560, 105, '#37347a')
    p.rect(760, 470, 280, 90, '#302d68')
    dome(900, 476, 170, '#403c86')
    p.rect(470, 556, 860, floor - 556, wall)
    p.rect(470, 556, 860, 16, '#57508f')
    p.path(
      times(28, (i) =>
        poly([
          [474 + i * 30.7, 556],
          [489 + i * 30.7, 532],
          [504 + i * 30.7, 556],
        ]),
      ).join(''),
      '#3f3b80',
    )
    p.rect(740, 520, 320, floor - 520, '#383478')
    p.rect(740, 520, 320, 14, '#f0937a')
    arch(900, floor, 210, 300, '#1b1c48')
    arch(900, floor, 170, 262, lamp)
    arch(900, floor, 84, 170, '#a8452f')
    for (const x of [530, 640, 1160, 1270]) {
      arch(x, floor, 82, 190, '#1b1c48')
      arch(x, floor, 62, 166, lamp)
    }
    for (const x of [550, 650, 1150, 1250]) arch(x, 660, 40, 66, '#ffcf7d')
    p.rect(180, floor - 14, 1440, 16, '#4a4280')
  }
  p.rect(
    0,
    floor,
    p.w,
    330,
    p.linear([
      [0, '#e89a7c'],
      [0.4, '#6a5590'],
      [1, '#151c48'],
    ]),
  )
  reflection(p, floor, mosque, 0.6, 30)
  mosque()
  p.glow(900, 800, 330, '#ffc56b', 0.5)
  lightPath(p, 900, floor + 10, 1190, 90, '#ffd58a', 0.55)
  ripples(p, floor + 10, 1200, '#ffd9b0', 60, 0.35)
  for (const x of [110, 1690])
    palm(p, 'coconut', x, floor + 20, 420, '#1d2a50', '#191c40', x < 900 ? 0.08 : -0.08)
  for (const [x, h] of [
    [700, 88],
    [740, 92],
    [1090, 90],
    [1130, 70],
  ] as const)
    figure(p, {
      x,
      y: floor + 4,
      h,
      ...walking,
      top: '#e9e4ee',
      bottom: '#cfc8dc',
      dress: 'panjabi',
      head: 'turban',
      headColor: '#ffffff',
      face: x < 900 ? 1 : -1,
    })
  birds(p, 560, 260, 9, 24, '#16204a')
  vignette(p, 0.5, 0.5, '#0a1030', 0.4)
}
