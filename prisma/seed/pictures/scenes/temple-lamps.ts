import { darker, lerp, lighter, n, times } from '../kit/core'
import { treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

/** Clay lamp with its flame. */
function diya(p: Painter, x: number, y: number, s: number) {
  p.glow(x, y - s, s * 5, '#ffb04a', 0.5)
  p.path(
    `M${n(x - s)} ${n(y - s * 0.3)}Q${n(x)} ${n(y + s * 1.1)} ${n(x + s)} ${n(y - s * 0.3)}Z`,
    '#a8492c',
  )
  p.ellipse(x, y - s * 0.3, s, s * 0.24, '#5a2418')
  p.path(
    `M${n(x)} ${n(y - s * 2.3)}Q${n(x + s * 0.75)} ${n(y - s)} ${n(x)} ${n(y - s * 0.3)}Q${n(x - s * 0.75)} ${n(y - s)} ${n(x)} ${n(y - s * 2.3)}Z`,
    '#ffb83a',
  )
  p.path(
    `M${n(x)} ${n(y - s * 1.7)}Q${n(x + s * 0.36)} ${n(y - s * 0.8)} ${n(x)} ${n(y - s * 0.35)}Q${n(x - s * 0.36)} ${n(y - s * 0.8)} ${n(x)} ${n(y - s * 1.7)}Z`,
    '#fff6cc',
  )
}

export function templeLamps(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#150f38'],
      [0.4, '#3a1c52'],
      [0.7, '#6a2a44'],
    ]),
  )
  p.stroke(
    times(90, () => `M${n(p.r.range(0, 1800))} ${n(p.r.range(0, 460))}h0.1`).join(''),
    '#ffe9d0',
    4,
  )
  treeline(p, 600, 210, '#1f1640', 50)
  p.glow(900, 470, 700, '#ff9a4a', 0.6)
  const spire = (x: number, y: number, w: number, h: number, color: string) => {
    const d = `M${n(x - w)} ${n(y)}C${n(x - w)} ${n(y - h * 0.5)} ${n(x - w * 0.5)} ${n(y - h * 0.85)} ${n(x - w * 0.14)} ${n(y - h)}H${n(x + w * 0.14)}C${n(x + w * 0.5)} ${n(y - h * 0.85)} ${n(x + w)} ${n(y - h * 0.5)} ${n(x + w)} ${n(y)}Z`
    p.path(d, color)
    p.clip(d, () => {
      p.stroke(
        [-0.6, -0.3, 0, 0.3, 0.6]
          .map(
            (k) =>
              `M${n(x + w * k * 1.2)} ${n(y)}C${n(x + w * k * 1.2)} ${n(y - h * 0.5)} ${n(x + w * k * 0.6)} ${n(y - h * 0.85)} ${n(x + w * k * 0.15)} ${n(y - h)}`,
          )
          .join(''),
        darker(color, 0.35),
        w * 0.06,
      )
      p.stroke(
        times(
          9,
          (i) =>
            `M${n(x - w)} ${n(y - (h * (i + 1)) / 10)}Q${n(x)} ${n(y - (h * (i + 1)) / 10 + 14)} ${n(x + w)} ${n(y - (h * (i + 1)) / 10)}`,
        ).join(''),
        lighter(color, 0.25),
        4,
        'opacity="0.7"',
      )
      p.rect(x + w * 0.3, y - h, w, h, '#1a1030', 'opacity="0.4"')
    })
    p.ellipse(x, y - h - w * 0.06, w * 0.26, w * 0.11, lighter(color, 0.2))
    p.path(
      `M${n(x - w * 0.1)} ${n(y - h - w * 0.12)}Q${n(x - w * 0.16)} ${n(y - h - w * 0.34)} ${n(x)} ${n(y - h - w * 0.4)}Q${n(x + w * 0.16)} ${n(y - h - w * 0.34)} ${n(x + w * 0.1)} ${n(y - h - w * 0.12)}Z`,
      '#f3c15f',
    )
    p.poly(
      [
        [x, y - h - w * 0.9],
        [x + w * 0.42, y - h - w * 0.74],
        [x, y - h - w * 0.6],
      ],
      '#b3201f',
    )
    p.line(x, y - h - w * 0.36, x, y - h - w * 0.92, '#f3c15f', 4)
  }
  spire(560, 470, 110, 220, '#6a2f4a')
  spire(1240, 470, 110, 220, '#6a2f4a')
  spire(900, 420, 170, 300, '#8a3a44')
  p.rect(450, 440, 900, 180, '#7a3440')
  p.path(`M430 446Q900 360 1370 446V476Q900 396 430 476Z`, '#b35a4a')
  p.rect(700, 420, 400, 200, '#94403f')
  const arch = (x: number, y: number, w: number, h: number, fill: string) =>
    p.path(
      `M${x - w} ${y}V${y - h * 0.55}Q${x - w} ${y - h} ${x} ${y - h}Q${x + w} ${y - h} ${x + w} ${y - h * 0.55}V${y}Z`,
      fill,
    )
  for (const [x, w, h] of [
    [900, 78, 176],
    [560, 40, 116],
    [1240, 40, 116],
    [660, 34, 104],
    [1140, 34, 104],
    [470, 26, 90],
    [1330, 26, 90],
  ] as const) {
    arch(x, 620, w + 12, h + 14, '#4a1c34')
    arch(
      x,
      620,
      w,
      h,
      p.linear([
        [0, '#f08a3a'],
        [1, '#fff0b0'],
      ]),
    )
  }
  p.stroke(times(9, (i) => `M${500 + i * 100} 486q50 44 100 0`).join(''), '#f3a83a', 8)
  const steps = 12
  times(steps, (i) => {
    const t = i / (steps - 1)
    const y = lerp(620, 1150, t ** 1.2)
    const next = lerp(620, 1150, ((i + 1) / (steps - 1)) ** 1.2)
    const half = lerp(360, 1150, t ** 1.15)
    p.rect(
      900 - half,
      y,
      half * 2,
      next - y + 4,
      p.linear([
        [0, '#d9825a'],
        [0.28, '#b05a4c'],
        [0.3, '#6a2f42'],
        [1, '#4a2038'],
      ]),
    )
  })
  p.poly(
    [
      [900 - 70, 620],
      [900 + 70, 620],
      [900 + 230, 1210],
      [900 - 230, 1210],
    ],
    '#ffc06a',
    'opacity="0.16"',
  )
  const woman = (x: number, y: number, h: number, color: string, face: 1 | -1) => {
    const pose = figure(p, {
      x,
      y,
      h,
      top: darker(color, 0.2),
      bottom: color,
      dress: 'saree',
      head: 'scarf',
      headColor: lighter(color, 0.12),
      face,
      lean: 8,
      arms: [
        [40, 90],
        [44, 96],
      ],
    })
    diya(p, pose.hands[1][0] + face * 8, pose.hands[1][1] - 4, h * 0.04)
  }
  times(steps, (i) => {
    const t = i / (steps - 1)
    const y = lerp(620, 1150, t ** 1.2) + lerp(6, 16, t)
    const half = lerp(340, 1080, t ** 1.15)
    const s = lerp(6, 22, t)
    const gap = lerp(0.2, 0.19, t)
    const count = 9 - Math.floor(t * 2)
    for (const side of [-1, 1])
      times(count, (k) => {
        if (k > 1 || i % 3 === 0)
          diya(p, 900 + side * lerp(half * gap, half * 0.97, k / (count - 1)), y, s)
      })
    if (i === 5) woman(1250, y + 16, 210, '#d9962f', -1)
    if (i === 7) woman(560, y + 20, 290, '#c8322a', 1)
    if (i === 3) woman(800, y + 8, 130, '#f0e4cc', 1)
  })
  vignette(p, 0.5, 0.55, '#08041c', 0.5)
}
