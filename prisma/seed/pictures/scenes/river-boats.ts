import { darker, lighter, n, smooth, times } from '../kit/core'
import {
  birds,
  land,
  lightPath,
  mist,
  reflection,
  ridge,
  ripples,
  sky,
  sun,
  treeline,
  vignette,
} from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

/** Country boat: crescent hull with a patched square sail. */
function sailBoat(p: Painter, x: number, y: number, s: number, cloth: string, hull: string) {
  const mast = x - s * 0.02
  const sail = smooth(
    [
      [mast - s * 0.3, y - s * 1.22],
      [mast + s * 0.02, y - s * 1.3],
      [mast + s * 0.34, y - s * 1.26],
      [mast + s * 0.5, y - s * 0.75],
      [mast + s * 0.4, y - s * 0.24],
      [mast, y - s * 0.15],
      [mast - s * 0.32, y - s * 0.2],
      [mast - s * 0.2, y - s * 0.7],
    ],
    true,
  )
  p.line(mast, y, mast + s * 0.01, y - s * 1.4, darker(hull, 0.2), s * 0.022)
  p.path(sail, cloth)
  p.clip(sail, () => {
    p.rect(mast - s * 0.4, y - s * 0.52, s, s * 0.16, darker(cloth, 0.22))
    p.poly(
      [
        [mast + s * 0.06, y - s * 1.4],
        [mast + s * 0.7, y - s * 1.4],
        [mast + s * 0.7, y],
        [mast + s * 0.16, y],
      ],
      darker(cloth, 0.3),
      'opacity="0.55"',
    )
    p.rect(mast - s * 0.17, y - s * 1.02, s * 0.17, s * 0.2, lighter(cloth, 0.35), 'opacity="0.8"')
    p.rect(mast + s * 0.2, y - s * 0.82, s * 0.13, s * 0.17, '#e9c9a0', 'opacity="0.6"')
    p.stroke(
      times(
        3,
        (i) =>
          `M${n(mast - s * (0.15 - i * 0.16))} ${n(y - s * 1.4)}q${n(s * 0.08)} ${n(s * 0.6)} ${n(s * 0.03)} ${n(s * 1.3)}`,
      ).join(''),
      darker(cloth, 0.35),
      s * 0.008,
      'opacity="0.6"',
    )
  })
  p.stroke(
    `M${n(mast - s * 0.33)} ${n(y - s * 1.23)}Q${n(mast)} ${n(y - s * 1.33)} ${n(mast + s * 0.37)} ${n(y - s * 1.27)}`,
    darker(hull, 0.1),
    s * 0.02,
  )
  p.stroke(
    `M${n(mast + s * 0.4)} ${n(y - s * 0.24)}L${n(x + s * 0.72)} ${n(y - s * 0.08)}`,
    hull,
    s * 0.008,
  )
  figure(p, {
    x: x + s * 0.52,
    y: y - s * 0.02,
    h: s * 0.36,
    top: '#3c3550',
    bottom: '#7d4a4a',
    dress: 'lungi',
    head: 'gamcha',
    headColor: '#b3201f',
    face: -1,
    lean: 10,
    arms: [
      [40, 60],
      [55, 70],
    ],
  })
  p.line(x + s * 0.42, y - s * 0.2, x + s * 0.86, y + s * 0.14, hull, s * 0.018)
  const keel = `M${n(x - s * 0.86)} ${n(y - s * 0.24)}Q${n(x - s * 0.45)} ${n(y + s * 0.0)} ${n(x)} ${n(y - s * 0.01)}Q${n(x + s * 0.5)} ${n(y)} ${n(x + s * 0.84)} ${n(y - s * 0.3)}Q${n(x + s * 0.55)} ${n(y + s * 0.17)} ${n(x)} ${n(y + s * 0.17)}Q${n(x - s * 0.5)} ${n(y + s * 0.17)} ${n(x - s * 0.86)} ${n(y - s * 0.24)}Z`
  p.path(keel, hull)
  p.path(
    `M${n(x - s * 0.5)} ${n(y - s * 0.01)}Q${n(x - s * 0.38)} ${n(y - s * 0.23)} ${n(x - s * 0.16)} ${n(y - s * 0.22)}Q${n(x - s * 0.02)} ${n(y - s * 0.2)} ${n(x)} ${n(y)}Z`,
    mixHay(hull),
  )
  p.clip(keel, () => p.rect(x - s, y + s * 0.09, s * 2, s * 0.2, darker(hull, 0.45)))
}

const mixHay = (hull: string) => lighter(hull, 0.3)

export function riverBoats(p: Painter) {
  const horizon = 600
  sky(
    p,
    horizon,
    [
      [0, '#5b6c9c'],
      [0.35, '#b08fa8'],
      [0.68, '#f0b08f'],
      [1, '#fbe0b4'],
    ],
    '#fff0d8',
  )
  sun(p, 1180, 470, 62, '#fff3cf', '#ffd99a')
  land(p, ridge(p.r, p.w, 575, 10, 900), 640, '#b493a6')
  treeline(p, 606, 62, '#8f7b97', 40)
  mist(p, 590, 150, '#fbdcb9', 0.85)
  p.rect(
    0,
    horizon,
    p.w,
    620,
    p.linear([
      [0, '#f7d3ae'],
      [0.25, '#d9a7a2'],
      [0.65, '#7f7aa0'],
      [1, '#3c4877'],
    ]),
  )
  ripples(p, 620, 1200, '#fde7c4', 60, 0.5)
  ripples(p, 640, 1200, '#4d568a', 120, 0.42)
  lightPath(p, 1180, 606, 1180, 90, '#fff3cf', 0.85)
  const far = () => {
    sailBoat(p, 1420, 640, 130, '#a06a72', '#5d4a66')
    sailBoat(p, 940, 626, 90, '#b58a86', '#7b6580')
  }
  reflection(p, 655, far, 0.3)
  far()
  mist(p, 640, 110, '#fbdcb9', 0.5)
  const near = () => sailBoat(p, 600, 860, 430, '#b9392b', '#2d2136')
  reflection(p, 915, near, 0.42, 34)
  near()
  ripples(p, 910, 960, '#fbd9b8', 14, 0.7, [240, 980])
  birds(p, 1240, 260, 9, 26, '#564a6b')
  vignette(p, 0.45, 0.5, '#2a2450', 0.35)
}
