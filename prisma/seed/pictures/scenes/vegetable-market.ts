import { at, lerp, n, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'
import {
  brinjal,
  cabbage,
  carrot,
  cauliflower,
  chili,
  type Draw,
  pumpkin,
  radish,
  tomato,
} from './vegetables'

/** Wicker basket heaped with one vegetable, back rows first. */
function basket(p: Painter, x: number, y: number, w: number, size: number, item: Draw) {
  p.ellipse(x, y + w * 0.3, w * 0.56, w * 0.1, '#2a1822', 'opacity="0.45"')
  p.path(
    `M${n(x - w * 0.52)} ${n(y)}Q${n(x - w * 0.48)} ${n(y + w * 0.3)} ${n(x - w * 0.3)} ${n(y + w * 0.32)}H${n(x + w * 0.3)}Q${n(x + w * 0.48)} ${n(y + w * 0.3)} ${n(x + w * 0.52)} ${n(y)}Z`,
    '#a8743c',
  )
  p.stroke(
    times(
      3,
      (i) =>
        `M${n(x - w * (0.5 - i * 0.03))} ${n(y + w * (0.07 + i * 0.08))}Q${n(x)} ${n(y + w * (0.16 + i * 0.08))} ${n(x + w * (0.5 - i * 0.03))} ${n(y + w * (0.07 + i * 0.08))}`,
    ).join(''),
    '#7a4e26',
    w * 0.022,
  )
  const rows = Math.max(3, Math.round((w * 0.42) / (size * 0.95)))
  times(rows, (row) => {
    const t = row / (rows - 1)
    const half = w * 0.5 * Math.sqrt(Math.max(0, 1 - (1 - t) ** 2 * 0.92))
    const count = Math.max(1, Math.floor((half * 2) / (size * 1.55)))
    times(count, (i) =>
      item(
        p,
        x +
          lerp(-half + size * 0.6, half - size * 0.6, count > 1 ? i / (count - 1) : 0.5) +
          p.r.bell(size * 0.25),
        y - w * 0.3 * (1 - t) + p.r.bell(size * 0.12),
        size * p.r.range(0.88, 1.1),
      ),
    )
  })
  p.path(
    `M${n(x - w * 0.55)} ${n(y - w * 0.02)}Q${n(x)} ${n(y + w * 0.15)} ${n(x + w * 0.55)} ${n(y - w * 0.02)}L${n(x + w * 0.53)} ${n(y + w * 0.05)}Q${n(x)} ${n(y + w * 0.22)} ${n(x - w * 0.53)} ${n(y + w * 0.05)}Z`,
    '#c98f4c',
  )
}

export function vegetableMarket(p: Painter) {
  const { w } = p
  p.rect(
    0,
    0,
    w,
    p.h,
    p.linear([
      [0, '#2a3a44'],
      [0.4, '#5a4a44'],
      [1, '#8a5f40'],
    ]),
  )
  p.glow(w * 0.5, 420, 760, '#ffcf86', 0.75)
  times(7, (i) => p.rect(60 + i * 240, 190, 16, 340, '#3a2a2a'))
  times(24, (i) => {
    const x = 70 + i * 64
    p.line(x, 190, x, 230 + (i % 4) * 22, '#6a5030', 4)
    const draw = at([chili, radish, tomato], i)
    times(5, (k) => draw(p, x + p.r.bell(10), 240 + (i % 4) * 22 + k * 17, 14))
  })
  const vendor = (
    x: number,
    top: string,
    head: 'gamcha' | 'scarf',
    color: string,
    face: 1 | -1,
  ) => {
    const pose = figure(p, {
      x,
      y: 790,
      h: 560,
      top,
      bottom: '#3a3a55',
      dress: 'lungi',
      head,
      headColor: color,
      face,
      arms: [
        [30, 80],
        [50, 110],
      ],
    })
    return pose.hands[1]
  }
  const [hx, hy] = vendor(560, '#e9e0cc', 'gamcha', '#b3201f', 1)
  vendor(1130, '#1f6a6c', 'gamcha', '#e0a52f', -1)
  p.line(hx, hy - 50, hx, hy + 10, '#2a2024', 5)
  p.line(hx - 110, hy + 14, hx + 110, hy - 6, '#2a2024', 8)
  for (const side of [-1, 1]) {
    const bx = hx + side * 108
    const by = hy + 4 - side * 10
    p.stroke(
      `M${n(bx)} ${n(by)}L${n(bx - 52)} ${n(by + 96)}M${n(bx)} ${n(by)}L${n(bx + 52)} ${n(by + 96)}`,
      '#2a2024',
      3,
    )
    p.path(`M${n(bx - 58)} ${n(by + 94)}h116q-14 34 -58 34t-58 -34Z`, '#8a8f94')
    if (side > 0) times(3, (i) => tomato(p, bx - 28 + i * 28, by + 84, 20))
  }
  p.rect(0, 690, w, 90, '#6d4628')
  p.rect(-10, 690, w + 20, 14, '#b07a44')
  basket(p, 150, 660, 300, 34, cabbage)
  basket(p, 840, 660, 290, 22, chili)
  basket(p, 1460, 660, 300, 36, cauliflower)
  basket(p, 480, 690, 260, 22, carrot)
  basket(p, 1160, 690, 260, 26, brinjal)
  p.rect(0, 880, w, 60, '#5d3a22')
  p.rect(0, 880, w, 14, '#a36c3a')
  basket(p, 300, 850, 360, 34, brinjal)
  basket(p, 1010, 840, 370, 46, cauliflower)
  basket(p, 650, 850, 350, 34, tomato)
  basket(p, 1380, 850, 370, 26, carrot)
  basket(p, 10, 860, 330, 26, radish)
  p.rect(0, 1090, w, 140, '#3a2420')
  basket(p, 160, 1060, 440, 58, pumpkin)
  basket(p, 640, 1070, 460, 56, cabbage)
  basket(p, 1110, 1060, 450, 42, tomato)
  basket(p, 1520, 1070, 400, 26, chili)
  p.path(times(14, (i) => `M${i * 120 - 40} 0h60l-10 170q-30 44 -64 0Z`).join(''), '#b3201f')
  p.path(times(14, (i) => `M${i * 120 + 20} 0h60l-4 170q-30 44 -66 0Z`).join(''), '#f0dfba')
  p.rect(
    0,
    0,
    w,
    200,
    p.linear([
      [0, '#1d1220', 0.6],
      [1, '#1d1220', 0],
    ]),
  )
  for (const x of [330, 860, 1330]) {
    p.line(x, 150, x, 300, '#1d1418', 4)
    p.glow(x, 320, 240, '#ffe49a', 0.85)
    p.circle(x, 320, 24, '#fffbe6')
  }
  vignette(p, 0.5, 0.55, '#1a0c18', 0.45)
}
