import { blob, n, smooth } from '../kit/core'
import { grass, land, mist, treeline } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'
import { palm } from '../kit/plants'

export function winterFog(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#a9bccb'],
      [0.3, '#e2d6cb'],
      [0.55, '#f3dfc0'],
      [1, '#9fa38a'],
    ]),
  )
  p.glow(1075, 300, 460, '#fff6dc', 0.95)
  p.circle(1075, 300, 78, '#fffaf0', 'opacity="0.95"')
  treeline(p, 640, 210, '#c9cec6', 70)
  mist(p, 600, 220, '#e6e4d8', 0.9)
  treeline(p, 670, 140, '#b3bcb2', 50)
  palm(p, 'date', 1420, 690, 330, '#a8b3a6', '#a9aca0')
  palm(p, 'date', 1590, 700, 380, '#9fac9e', '#a0a396', 0.04)
  mist(p, 690, 180, '#e9e6da', 0.95)
  const ground = land(
    p,
    [
      [-30, 720],
      [500, 700],
      [1100, 690],
      [1840, 720],
    ],
    1240,
    p.linear([
      [0, '#d3d2b8'],
      [0.4, '#a9ad88'],
      [1, '#59694c'],
    ]),
  )
  p.dry(ground, '#4a5c42', {
    from: [0, 1],
    to: [0, 0.2],
    fx: 0.008,
    fy: 0.07,
    opacity: 0.75,
    strength: 0.7,
  })
  const path = smooth(
    [
      [930, 690],
      [900, 740],
      [960, 800],
      [1000, 880],
      [900, 1010],
      [700, 1230],
      [1330, 1230],
      [1240, 1040],
      [1150, 900],
      [1040, 800],
      [960, 740],
      [950, 690],
    ],
    true,
  )
  p.path(
    path,
    p.linear([
      [0, '#dedac8'],
      [1, '#a58a66'],
    ]),
  )
  p.stroke(
    'M935 740Q990 810 1040 900Q1040 1010 900 1230M950 740Q1030 810 1100 900Q1150 1020 1160 1230',
    '#8b7352',
    8,
    'opacity="0.45"',
  )
  palm(p, 'date', 1260, 790, 420, '#7f917c', '#84796a', -0.03)
  mist(p, 780, 150, '#e6e3d6', 0.75)
  palm(p, 'date', 900, 800, 330, '#8d9c88', '#8d8576', 0.02)
  const tapped = (x: number, y: number, h: number, leaf: string, trunk: string, bend: number) => {
    palm(p, 'date', x, y, h, leaf, trunk, bend)
    const tx = x + bend * h * 0.62
    const ty = y - h * 0.78
    p.path(
      `M${n(tx - h * 0.04)} ${n(ty - h * 0.05)}q${n(h * 0.05)} ${n(h * 0.03)} ${n(h * 0.05)} ${n(h * 0.13)}l${n(h * 0.03)} 0q0 ${n(-h * 0.1)} ${n(-h * 0.01)} ${n(-h * 0.14)}z`,
      '#d9b68a',
    )
    p.line(tx + h * 0.02, ty + h * 0.02, tx + h * 0.07, ty + h * 0.06, '#4a3a2c', 4)
    p.path(blob(p.r, tx + h * 0.075, ty + h * 0.12, h * 0.043, h * 0.05, 0.03), '#a4502f')
    p.rect(tx + h * 0.05, ty + h * 0.055, h * 0.05, h * 0.022, '#7d3a24')
  }
  tapped(700, 900, 640, '#4f6b56', '#5f5042', 0.03)
  tapped(330, 1060, 860, '#2f4d40', '#43382f', -0.02)
  figure(p, {
    x: 985,
    y: 960,
    h: 215,
    ...walking,
    top: '#b3201f',
    bottom: '#6b6a70',
    dress: 'lungi',
    head: 'scarf',
    headColor: '#8e1a1c',
    face: -1,
    lean: 5,
    arms: [
      [12, 40],
      [14, 60],
    ],
  })
  p.path(
    smooth(
      [
        [952, 800],
        [985, 780],
        [1022, 806],
        [1030, 890],
        [985, 902],
        [950, 886],
      ],
      true,
    ),
    '#b3201f',
  )
  p.line(962, 800, 1004, 900, '#e9c39a', 5)
  mist(p, 960, 240, '#efece0', 0.4)
  grass(p, -20, 560, 1200, 120, ['#3f5a41', '#5f7a52', '#8a9a68'], 240)
  grass(p, 1340, 1820, 1200, 130, ['#3f5a41', '#5f7a52', '#8a9a68'], 200)
  mist(p, 1230, 300, '#d9d8c6', 0.3)
}
