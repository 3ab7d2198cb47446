import { blob, darker, lighter, n, times } from '../kit/core'
import { reflection, ripples, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, standing, walking } from '../kit/people'
import { palm, tree } from '../kit/plants'

export function assemblyHall(p: Painter) {
  const water = 770
  sky(
    p,
    water,
    [
      [0, '#e08a5a'],
      [0.35, '#f3b878'],
      [0.7, '#f9dca8'],
      [1, '#fdf0d0'],
    ],
    '#fff1d6',
  )
  p.path(
    blob(p.r, 400, 180, 420, 22, 0.2) + blob(p.r, 1400, 250, 460, 20, 0.2),
    '#fbe4c4',
    `opacity="0.8" ${p.blur(10, 4)}`,
  )
  treeline(p, 770, 130, '#7f9a72', 50)
  const dark = '#463845'
  const block = (
    x: number,
    w: number,
    h: number,
    wall: string,
    cut: (x: number, w: number, y: number, h: number) => void,
  ) => {
    const y = water - 26 - h
    p.rect(x, y, w, h, wall)
    p.rect(x + w * 0.74, y, w * 0.26, h, darker(wall, 0.3))
    p.stroke(
      times(h / 44, (i) => `M${x} ${n(y + 30 + i * 44)}h${w}`).join(''),
      lighter(wall, 0.5),
      4,
      'opacity="0.65"',
    )
    p.rect(x, y, w, 10, lighter(wall, 0.35))
    cut(x, w, y, h)
  }
  const disc = (x: number, w: number, y: number, h: number) => {
    const r = Math.min(w * 0.27, h * 0.3)
    p.circle(x + w * 0.38, y + h * 0.46, r, dark)
    p.path(
      `M${n(x + w * 0.38 - r)} ${n(y + h * 0.46)}A${n(r)} ${n(r)} 0 0 0 ${n(x + w * 0.38 + r)} ${n(y + h * 0.46)}Z`,
      '#6d5560',
    )
  }
  const wedge = (x: number, w: number, y: number, h: number) => {
    p.poly(
      [
        [x + w * 0.37, y + h * 0.14],
        [x + w * 0.62, y + h * 0.86],
        [x + w * 0.12, y + h * 0.86],
      ],
      dark,
    )
    p.poly(
      [
        [x + w * 0.37, y + h * 0.14],
        [x + w * 0.62, y + h * 0.86],
        [x + w * 0.46, y + h * 0.86],
      ],
      '#6d5560',
    )
  }
  const slots = (x: number, w: number, y: number, h: number) =>
    times(3, (i) => p.rect(x + w * (0.12 + i * 0.19), y + h * 0.2, w * 0.09, h * 0.62, dark))
  const hall = () => {
    p.rect(160, water - 60, 1480, 60, '#a8765c')
    p.stroke(times(58, (i) => `M${180 + i * 25.5} ${water - 56}v52`).join(''), '#8f5f4c', 4)
    block(600, 600, 500, '#bda9a0', () => {})
    p.poly(
      [
        [570, 262],
        [700, 200],
        [1100, 200],
        [1230, 262],
      ],
      '#a8958f',
    )
    p.poly(
      [
        [960, 200],
        [1100, 200],
        [1230, 262],
        [1040, 262],
      ],
      '#7f6c70',
    )
    p.rect(640, 196, 520, 12, '#efdcc4')
    times(7, (i) => p.rect(640 + i * 58, 300, 24, 70, dark))
    block(240, 230, 300, '#c9b3a3', disc)
    block(1330, 240, 300, '#bfa99c', disc)
    block(420, 250, 400, '#d6c1ae', wedge)
    block(1120, 250, 400, '#cbb6a6', wedge)
    p.path(`M690 ${water - 26}V400Q690 372 720 372H800Q830 372 830 400V${water - 26}Z`, '#dccab6')
    p.path(
      `M970 ${water - 26}V400Q970 372 1000 372H1080Q1110 372 1110 400V${water - 26}Z`,
      '#c7b3a6',
    )
    p.circle(760, 520, 50, dark)
    p.circle(1040, 520, 50, dark)
    p.path('M710 520A50 50 0 0 0 810 520Z M990 520A50 50 0 0 0 1090 520Z', '#6d5560')
    block(830, 140, 330, '#e6d5c0', slots)
    p.rect(150, water - 30, 1500, 32, '#d8b48f')
    for (const [x, h] of [
      [90, 250],
      [190, 190],
      [1660, 230],
      [1745, 280],
    ] as const)
      palm(p, 'areca', x, water, h, '#4f7a52', '#6a5545')
    tree(p, 40, water, 230, '#5f8a55', '#5a4638')
    tree(p, 1770, water, 220, '#5f8a55', '#5a4638')
    p.line(900, 200, 900, 90, '#5a4a50', 6)
    p.rect(902, 94, 76, 46, '#0f6a4c')
    p.circle(936, 117, 14, '#b3201f')
  }
  p.rect(
    0,
    water,
    p.w,
    450,
    p.linear([
      [0, '#f3c994'],
      [0.4, '#b98f80'],
      [1, '#4f4a68'],
    ]),
  )
  reflection(p, water, hall, 0.62, 34)
  hall()
  ripples(p, water + 10, 1200, '#fbe6c2', 80, 0.45)
  ripples(p, water + 90, 1200, '#3c3a5c', 70, 0.4)
  p.path('M-20 1120Q300 1080 640 1150T1300 1230H-20Z', '#3d5a45')
  p.dry('M-20 1120Q300 1080 640 1150T1300 1230H-20Z', '#7f9a55', {
    from: [0, 0],
    to: [0, 1],
    opacity: 0.8,
    fx: 0.02,
    fy: 0.06,
    strength: 0.7,
  })
  for (const [x, y, top, bottom, dress] of [
    [250, 1150, '#b3201f', '#c63a30', 'saree'],
    [340, 1156, '#f0e6d2', '#3a3a52', 'trousers'],
    [560, 1170, '#2f5a7a', '#22304a', 'trousers'],
  ] as const)
    figure(p, {
      x,
      y,
      h: 150,
      ...(x < 400 ? walking : standing),
      top,
      bottom,
      dress,
      head: dress === 'saree' ? 'bun' : 'hair',
    })
  vignette(p, 0.5, 0.45, '#3a2030', 0.35)
}
