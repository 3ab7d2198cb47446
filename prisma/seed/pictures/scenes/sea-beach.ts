import { smooth } from '../kit/core'
import { birds, land, lightPath, ridge, ripples, sky, sun, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, standing } from '../kit/people'

export function seaBeach(p: Painter) {
  const horizon = 545
  sky(
    p,
    horizon,
    [
      [0, '#3a3a78'],
      [0.3, '#8d4a86'],
      [0.6, '#e8695d'],
      [0.85, '#f9a44f'],
      [1, '#ffd877'],
    ],
    '#ffc48a',
  )
  for (const [y, color, o] of [
    [120, '#5b3f80', 0.7],
    [230, '#b3527d', 0.6],
    [330, '#f58a5b', 0.7],
  ] as const)
    p.dry(`M0 ${y}H1800V${y + 90}H0Z`, color, {
      from: [0, 0.5],
      to: [0.9, 0.4],
      fx: 0.002,
      fy: 0.03,
      opacity: o,
      strength: 0.62,
    })
  sun(p, 1090, 470, 92, '#fff2b8', '#ffc766')
  p.rect(
    0,
    horizon,
    p.w,
    320,
    p.linear([
      [0, '#f2a25a'],
      [0.25, '#b9607a'],
      [1, '#4c3f7c'],
    ]),
  )
  ripples(p, horizon + 4, 830, '#3d3570', 130, 0.5)
  lightPath(p, 1090, horizon + 5, 830, 130, '#ffe9a3', 0.9)
  const waves = [
    [700, '#6b4f8a'],
    [770, '#8a5f93'],
    [842, '#b4788f'],
  ] as const
  for (const [y, color] of waves) {
    const line = ridge(p.r, p.w, y, 11, 700)
    land(p, line, y + 170, color)
    p.stroke(smooth(line), '#ffe6c9', 9, 'opacity="0.9"')
    p.stroke(smooth(line.map(([x, py]) => [x, py + 20])), '#ffd9b8', 4, 'opacity="0.5"')
  }
  const shore = ridge(p.r, p.w, 925, 20, 1100)
  land(
    p,
    shore,
    1240,
    p.linear([
      [0, '#d98f6f'],
      [0.25, '#a9676a'],
      [1, '#4c3558'],
    ]),
  )
  p.stroke(smooth(shore), '#fff0d8', 12)
  lightPath(p, 1090, 945, 1060, 120, '#ffc98a', 0.5)
  const boat = 'M860 850Q900 980 1120 985Q1330 985 1420 800Q1360 905 1130 908Q940 908 860 850Z'
  p.path('M850 1000Q1100 975 1400 1000Q1150 1030 850 1000Z', '#2a1d3c', 'opacity="0.6"')
  p.path(boat, '#20183a')
  p.clip(boat, () => p.stroke('M860 868Q940 940 1130 938Q1350 938 1424 820', '#b3201f', 13))
  p.line(1180, 910, 1180, 700, '#20183a', 9)
  p.path('M1184 704L1250 726L1184 748Z', '#b3201f')
  figure(p, {
    x: 560,
    y: 1040,
    h: 190,
    top: '#2a1e40',
    bottom: '#b3201f',
    dress: 'saree',
    head: 'bun',
    skin: '#3b2436',
    legs: [
      [-16, -24],
      [16, 4],
    ],
  })
  figure(p, {
    x: 650,
    y: 1046,
    h: 205,
    top: '#2a1e40',
    skin: '#3b2436',
    bottom: '#2a1e40',
    legs: [
      [-16, -24],
      [16, 4],
    ],
  })
  figure(p, {
    x: 720,
    y: 1044,
    h: 118,
    ...standing,
    top: '#2a1e40',
    skin: '#3b2436',
    bottom: '#1b1430',
  })
  birds(p, 620, 250, 8, 28, '#2a1e48')
  vignette(p, 0.6, 0.45, '#1d1440', 0.4)
}
