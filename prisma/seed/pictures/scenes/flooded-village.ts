import { darker, lerp, lighter, n, poly, times } from '../kit/core'
import { rain, reflection, ripples, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'
import { banana, palm } from '../kit/plants'

/** Gabled tin house, its lower wall under water. */
function tinHouse(p: Painter, x: number, water: number, w: number, roof: string, wall: string) {
  const h = w * 0.34
  const y = water + h * 0.24
  p.clip(`M${n(x - w)} ${n(y - h * 3)}h${n(w * 3)}V${n(water)}h${n(-w * 3)}Z`, () =>
    house(p, x, y, w, h, roof, wall),
  )
}

function house(p: Painter, x: number, y: number, w: number, h: number, roof: string, wall: string) {
  p.rect(x, y - h * 0.72, w, h * 0.75, wall)
  p.rect(x + w * 0.72, y - h * 0.72, w * 0.28, h * 0.75, darker(wall, 0.3))
  times(9, (i) =>
    p.line(
      x + (w * (i + 0.5)) / 9,
      y - h * 0.7,
      x + (w * (i + 0.5)) / 9,
      y,
      darker(wall, 0.25),
      2.5,
      'opacity="0.6"',
    ),
  )
  p.rect(x + w * 0.14, y - h * 0.5, w * 0.12, h * 0.3, '#1d2730')
  p.rect(x + w * 0.46, y - h * 0.58, w * 0.13, h * 0.6, '#1d2730')
  const front = poly([
    [x - w * 0.09, y - h * 0.62],
    [x + w * 0.08, y - h * 1.5],
    [x + w * 0.9, y - h * 1.5],
    [x + w * 1.09, y - h * 0.62],
  ])
  p.path(front, roof)
  p.clip(front, () => {
    times(26, (i) => {
      const t = i / 25
      p.line(
        lerp(x + w * 0.08, x + w * 0.9, t),
        y - h * 1.5,
        lerp(x - w * 0.09, x + w * 1.09, t),
        y - h * 0.6,
        i % 2 ? lighter(roof, 0.25) : darker(roof, 0.25),
        3,
        'opacity="0.8"',
      )
    })
    p.rect(x + w * 0.2, y - h * 1.3, w * 0.16, h * 0.4, '#a9603f', 'opacity="0.55"')
    p.rect(x + w * 0.63, y - h * 1.1, w * 0.22, h * 0.55, '#8f4d36', 'opacity="0.5"')
  })
  p.line(x + w * 0.06, y - h * 1.5, x + w * 0.92, y - h * 1.5, lighter(roof, 0.4), 6)
  p.rect(x - w * 0.09, y - h * 0.62, w * 1.18, h * 0.09, darker(roof, 0.5), 'opacity="0.6"')
}

export function floodedVillage(p: Painter) {
  sky(
    p,
    560,
    [
      [0, '#3f5560'],
      [0.5, '#6f8a8d'],
      [1, '#c3cdb9'],
    ],
    '#dfe6d6',
  )
  p.dry('M0 0H1800V330H0Z', '#2b3d4a', {
    from: [0, 0],
    to: [0, 1],
    fx: 0.0025,
    fy: 0.012,
    opacity: 0.75,
  })
  treeline(p, 566, 90, '#7f9992', 50)
  treeline(p, 575, 60, '#5f7f78', 34)
  p.rect(
    0,
    560,
    p.w,
    660,
    p.linear([
      [0, '#b9bfa5'],
      [0.3, '#a39a78'],
      [1, '#6d5f48'],
    ]),
  )
  const village = () => {
    palm(p, 'coconut', 300, 640, 430, '#3d6b50', '#5d5244', -0.12)
    palm(p, 'areca', 1290, 640, 470, '#3f7455', '#6b6354', 0.05)
    palm(p, 'areca', 1360, 640, 400, '#3f7455', '#6b6354', 0.08)
    tinHouse(p, 150, 650, 330, '#8c9ba0', '#8d7a58')
    tinHouse(p, 1220, 655, 360, '#8a6a5a', '#5f7f86')
    banana(p, 1120, 690, 260, '#4f8a4d')
    banana(p, 520, 690, 230, '#467f4c')
    tinHouse(p, 590, 730, 500, '#b8c6c8', '#3f7f86')
  }
  reflection(p, 732, village, 0.45, 38)
  village()
  ripples(p, 740, 1200, '#d8d3b4', 100, 0.45)
  ripples(p, 740, 1200, '#4f4433', 90, 0.4)
  const boat = () => {
    p.path('M280 960Q480 1010 860 962Q760 1046 560 1046Q360 1046 280 960Z', '#241d1c')
    p.path('M312 968Q500 1006 828 970Q700 1000 560 1000Q420 1000 312 968Z', '#6b4a30')
    figure(p, {
      x: 760,
      y: 990,
      h: 250,
      top: '#d9d2bd',
      bottom: '#2f5a77',
      dress: 'lungi',
      head: 'gamcha',
      headColor: '#b3201f',
      face: -1,
      arms: [
        [50, 110],
        [30, 95],
      ],
    })
    figure(p, {
      x: 470,
      y: 1010,
      h: 215,
      top: '#b3201f',
      bottom: '#c5392f',
      dress: 'saree',
      head: 'scarf',
      headColor: '#c5392f',
      face: -1,
    })
    figure(p, {
      x: 555,
      y: 1008,
      h: 140,
      top: '#e0a52f',
      dress: 'shorts',
      bottom: '#2b3d4a',
      face: -1,
    })
    p.line(700, 740, 660, 1110, '#3a2c22', 9)
  }
  reflection(p, 1042, boat, 0.3, 30)
  boat()
  rain(p, '#e6ece0', 240, -0.22, 0.3)
  vignette(p, 0.5, 0.5, '#1c2a30', 0.45)
}
