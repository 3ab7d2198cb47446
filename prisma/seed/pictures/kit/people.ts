import { darker, lerp, lighter, n, type Point, poly, radians, smooth } from './core'
import type { Painter } from './painter'

type Limb = readonly [upper: number, lower: number]

export type Dress = 'trousers' | 'shorts' | 'lungi' | 'saree' | 'panjabi'
export type Headwear = 'hair' | 'bun' | 'tail' | 'scarf' | 'cap' | 'gamcha' | 'turban' | 'matha'

export type Figure = {
  x: number
  /** Ground under the lower foot. */
  y: number
  h: number
  top: string
  bottom?: string
  dress?: Dress
  head?: Headwear
  headColor?: string
  skin?: string
  face?: 1 | -1
  lean?: number
  /** Degrees from hanging straight down, positive towards `face`: far limb first. */
  arms?: readonly [Limb, Limb]
  legs?: readonly [Limb, Limb]
}

export const skins = ['#6b4026', '#7d4d2e', '#5a3521', '#8a5a38'] as const

export const walking = {
  legs: [
    [-20, -34],
    [22, 8],
  ],
  arms: [
    [22, 38],
    [-20, 2],
  ],
} as const
export const running = {
  legs: [
    [-28, -98],
    [52, -12],
  ],
  arms: [
    [50, 128],
    [-48, 30],
  ],
  lean: 14,
} as const
export const standing = {
  legs: [
    [-4, -3],
    [5, 3],
  ],
  arms: [
    [-8, 2],
    [9, 16],
  ],
} as const

/** A small person seen from afar: shaped clothes and posture, never a drawn face. Returns hand points. */
export function figure(p: Painter, f: Figure): { hands: [Point, Point]; head: Point } {
  const { h, top, face = 1, lean = 0, dress = 'trousers', head = 'hair' } = f
  const skin = f.skin ?? p.r.pick(skins)
  const bottom = f.bottom ?? darker(top, 0.5)
  const legs = f.legs ?? standing.legs
  const arms = f.arms ?? standing.arms
  const step = ([x, y]: Point, angle: number, length: number): Point => [
    x + Math.sin(radians(angle)) * length * face,
    y + Math.cos(radians(angle)) * length,
  ]
  const drop = Math.max(
    ...legs.map(([a, b]) => (Math.cos(radians(a)) * 0.24 + Math.cos(radians(b)) * 0.25) * h),
  )
  const hip: Point = [f.x, f.y - drop]
  const shoulder = step(hip, 180 - lean, h * 0.3)
  const leg = legs.map(([a, b], i) => {
    const start: Point = [hip[0] + (i ? 0.015 : -0.015) * h, hip[1]]
    const knee = step(start, a, h * 0.24)
    return [start, knee, step(knee, b, h * 0.25)] as const
  })
  const arm = arms.map(([a, b]) => {
    const elbow = step([shoulder[0], shoulder[1] + h * 0.02], a, h * 0.165)
    return [
      [shoulder[0], shoulder[1] + h * 0.02] as Point,
      elbow,
      step(elbow, b, h * 0.16),
    ] as const
  })
  const drawArm = (index: 0 | 1, sleeve: string) => {
    const bones = arm[index]
    if (!bones) return
    p.stroke(poly([bones[1], bones[2]], false), skin, h * 0.042)
    p.stroke(poly([bones[0], bones[1]], false), sleeve, h * 0.062)
    p.circle(...bones[2], h * 0.026, skin)
  }
  const drawLeg = (index: 0 | 1) => {
    const bones = leg[index]
    if (!bones) return
    const shade = index ? bottom : darker(bottom, 0.22)
    const bare = dress === 'shorts' ? skin : shade
    const foot: Point = [bones[2][0] + face * h * 0.045, bones[2][1] - h * 0.006]
    p.stroke(
      poly([bones[2], foot], false),
      dress === 'shorts' ? darker(bottom, 0.4) : darker(skin, 0.5),
      h * 0.034,
    )
    p.stroke(poly([bones[1], bones[2]], false), bare, h * 0.052)
    if (dress === 'shorts') {
      const sock: Point = [lerp(bones[1][0], bones[2][0], 0.5), lerp(bones[1][1], bones[2][1], 0.5)]
      p.stroke(poly([sock, bones[2]], false), top, h * 0.05)
    }
    p.stroke(poly([bones[0], bones[1]], false), shade, h * 0.08)
  }
  drawArm(0, darker(top, 0.25))
  if (dress === 'saree' || dress === 'lungi') {
    const hem = dress === 'saree' ? 0.97 : 0.82
    const ends = leg
      .map((bones): Point => [lerp(hip[0], bones[2][0], hem), lerp(hip[1], bones[2][1], hem)])
      .sort((a, b) => a[0] - b[0])
    for (const bones of leg) p.stroke(poly([bones[1], bones[2]], false), skin, h * 0.045)
    for (const bones of leg)
      p.stroke(
        poly([bones[2], [bones[2][0] + face * h * 0.04, bones[2][1]]], false),
        skin,
        h * 0.032,
      )
    const [left, right] = [ends[0] ?? hip, ends[1] ?? hip]
    const wide = h * (dress === 'saree' ? 0.06 : 0.04)
    const skirt = smooth(
      [
        [hip[0] - h * 0.075, hip[1] - h * 0.05],
        [hip[0] + h * 0.075, hip[1] - h * 0.05],
        [lerp(hip[0] + h * 0.1, right[0] + wide, 0.5), lerp(hip[1], right[1], 0.5)],
        [right[0] + wide, right[1]],
        [left[0] - wide, left[1]],
        [lerp(hip[0] - h * 0.1, left[0] - wide, 0.5), lerp(hip[1], left[1], 0.5)],
      ],
      true,
    )
    p.path(skirt, bottom)
    p.line(
      hip[0] - face * h * 0.01,
      hip[1],
      lerp(left[0], right[0], 0.45),
      right[1] - h * 0.03,
      darker(bottom, 0.3),
      h * 0.012,
    )
  } else {
    drawLeg(0)
    drawLeg(1)
  }
  const tail = dress === 'panjabi' ? 0.17 : 0.03
  const flare = dress === 'panjabi' ? 0.1 : 0.072
  p.path(
    smooth(
      [
        [shoulder[0] - h * 0.075, shoulder[1] + h * 0.025],
        [shoulder[0], shoulder[1] - h * 0.015],
        [shoulder[0] + h * 0.075, shoulder[1] + h * 0.025],
        [hip[0] + h * 0.07, hip[1] - h * 0.08],
        [hip[0] + h * flare, hip[1] + h * tail],
        [hip[0] - h * flare, hip[1] + h * tail],
        [hip[0] - h * 0.07, hip[1] - h * 0.08],
      ],
      true,
    ),
    top,
  )
  if (dress === 'saree')
    p.path(
      smooth(
        [
          [shoulder[0] - face * h * 0.07, shoulder[1]],
          [shoulder[0] + face * h * 0.02, shoulder[1] - h * 0.01],
          [hip[0] + face * h * 0.09, hip[1] - h * 0.04],
          [hip[0] + face * h * 0.02, hip[1] + h * 0.06],
          [shoulder[0] - face * h * 0.1, hip[1] + h * 0.14],
          [shoulder[0] - face * h * 0.13, hip[1] + h * 0.02],
        ],
        true,
      ),
      lighter(bottom, 0.16),
    )
  const skull = step(shoulder, 180 - lean * 0.6, h * 0.095)
  p.stroke(poly([shoulder, skull], false), skin, h * 0.05)
  headShape(p, skull, h * 0.062, face, head, f.headColor ?? '#1d1412', skin)
  drawArm(1, lighter(top, 0.06))
  const hand = (index: 0 | 1): Point => arm[index]?.[2] ?? shoulder
  return { hands: [hand(0), hand(1)], head: skull }
}

function headShape(
  p: Painter,
  [x, y]: Point,
  r: number,
  face: number,
  kind: Headwear,
  color: string,
  skin: string,
) {
  p.ellipse(x, y, r * 0.86, r, skin)
  const cap = `M${n(x + face * r * 0.75)} ${n(y - r * 0.45)}Q${n(x + face * r * 0.3)} ${n(y - r * 1.25)} ${n(x - face * r * 0.4)} ${n(y - r * 1.02)}Q${n(x - face * r * 1.2)} ${n(y - r * 0.5)} ${n(x - face * r * 0.85)} ${n(y + r * 0.55)}Q${n(x - face * r * 0.2)} ${n(y + r * 0.1)} ${n(x - face * r * 0.1)} ${n(y - r * 0.45)}Z`
  p.path(cap, kind === 'hair' || kind === 'bun' || kind === 'tail' ? color : '#1d1412')
  if (kind === 'bun') p.circle(x - face * r * 1.05, y + r * 0.35, r * 0.5, color)
  if (kind === 'tail')
    p.path(
      `M${n(x - face * r * 0.6)} ${n(y - r * 0.4)}q${n(-face * r * 1.8)} ${n(-r * 0.2)} ${n(-face * r * 2.1)} ${n(r * 1.1)}q${n(face * r)} ${n(-r * 0.4)} ${n(face * r * 1.6)} ${n(-r * 0.1)}Z`,
      color,
    )
  if (kind === 'scarf')
    p.path(
      smooth(
        [
          [x + face * r * 0.55, y - r * 0.7],
          [x - face * r * 0.2, y - r * 1.2],
          [x - face * r * 1.1, y - r * 0.3],
          [x - face * r * 1.25, y + r * 1.3],
          [x + face * r * 0.3, y + r * 1.5],
          [x + face * r * 0.1, y + r * 0.3],
        ],
        true,
      ),
      color,
    )
  if (kind === 'cap' || kind === 'gamcha' || kind === 'turban') {
    p.path(
      `M${n(x - r)} ${n(y - r * 0.25)}Q${n(x)} ${n(y - r * (kind === 'turban' ? 2.5 : 1.9))} ${n(x + r)} ${n(y - r * 0.3)}Q${n(x)} ${n(y - r * 0.7)} ${n(x - r)} ${n(y - r * 0.25)}Z`,
      color,
    )
    if (kind === 'cap') p.ellipse(x + face * r, y - r * 0.35, r * 0.6, r * 0.14, color)
  }
  if (kind === 'matha') {
    p.ellipse(x, y - r * 0.5, r * 2.5, r * 0.5, darker(color, 0.25))
    p.poly(
      [
        [x - r * 2.4, y - r * 0.6],
        [x, y - r * 2],
        [x + r * 2.4, y - r * 0.6],
      ],
      color,
    )
  }
}
