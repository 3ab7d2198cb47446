import { at, blob, darker, lighter, times } from '../kit/core'
import { back } from '../kit/crowd'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'

export function bookFair(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#131c3c'],
      [0.3, '#3a2a4a'],
      [1, '#2a1a20'],
    ]),
  )
  const spines = [
    '#b3201f',
    '#e0a52f',
    '#1f6a7c',
    '#f0e4c8',
    '#2f7d5f',
    '#7a3b6a',
    '#d9622b',
    '#27508c',
    '#c98a9a',
  ] as const
  p.rect(
    170,
    170,
    1460,
    720,
    p.linear([
      [0, '#7a4a2a'],
      [0.5, '#b06f38'],
      [1, '#6a3c26'],
    ]),
  )
  p.glow(900, 420, 800, '#ffdf9a', 0.6)
  times(4, (shelf) => {
    const y = 350 + shelf * 150
    p.rect(190, y - 126, 1420, 126, '#4a2a1e', 'opacity="0.75"')
    for (let x = 206; x < 1580; ) {
      const w = p.r.range(16, 44)
      const h = p.r.range(84, 116)
      const c = p.r.pick(spines)
      if (p.r.chance(0.07)) {
        p.poly(
          [
            [x, y - h],
            [x + 78, y - h],
            [x + 78, y],
            [x, y],
          ],
          c,
        )
        p.circle(x + 39, y - h * 0.6, 20, lighter(c, 0.5))
        p.rect(x + 14, y - h * 0.28, 50, 8, lighter(c, 0.6))
        x += 86
        continue
      }
      p.rect(x, y - h, w, h, c)
      p.rect(x + w * 0.75, y - h, w * 0.25, h, darker(c, 0.35))
      p.rect(x, y - h * 0.82, w, 6, lighter(c, 0.5))
      if (w > 28) p.rect(x + 4, y - h * 0.4, w - 10, 5, lighter(c, 0.45))
      x += w + (p.r.chance(0.1) ? 12 : 1.5)
    }
    p.rect(180, y, 1440, 16, '#e0a96a')
    p.rect(180, y + 16, 1440, 12, '#3a1f18', 'opacity="0.6"')
  })
  p.rect(130, 60, 1540, 126, '#b3201f')
  p.path(times(22, (i) => `M${130 + i * 70} 186h70l-35 42Z`).join(''), '#f0d9a0')
  p.path(times(11, (i) => `M${165 + i * 140} 186h70l-35 42Z`).join(''), '#b3201f')
  for (const x of [330, 900, 1470]) {
    p.path(
      times(8, (i) =>
        blob(p.r, x + Math.cos(i * 0.785) * 34, 122 + Math.sin(i * 0.785) * 34, 17, 17, 0.1),
      ).join(''),
      '#f0c45a',
    )
    p.circle(x, 122, 22, '#fff3cf')
  }
  p.rect(120, 60, 50, 900, '#5a3222')
  p.rect(1630, 60, 50, 900, '#4a2a20')
  p.poly(
    [
      [90, 850],
      [1710, 850],
      [1800, 960],
      [0, 960],
    ],
    '#e9cf9a',
  )
  p.rect(
    0,
    958,
    p.w,
    260,
    p.linear([
      [0, '#8e1a1c'],
      [1, '#4a1018'],
    ]),
  )
  p.path(
    times(19, (i) => `M${i * 100 - 20} 958q50 90 100 0Z`).join(''),
    '#d9962f',
    'opacity="0.85"',
  )
  times(11, (i) => {
    const x = 130 + i * 148
    const high = i % 3 === 1 ? 2 : 4 + (i % 4)
    times(high, (k) => {
      const c = at(spines, i * 2 + k * 5)
      const off = p.r.bell(8)
      p.rect(x + off, 912 - k * 21, 116, 21, c)
      p.rect(x + off + 5, 916 - k * 21, 108, 9, '#f6eed8', 'opacity="0.9"')
    })
    const topY = 912 - (high - 1) * 21
    const c = at(spines, i * 4 + 2)
    p.poly(
      [
        [x + 8, topY - 32],
        [x + 108, topY - 32],
        [x + 120, topY],
        [x - 4, topY],
      ],
      c,
    )
    p.ellipse(x + 58, topY - 17, 22, 8, lighter(c, 0.5))
  })
  p.stroke('M-10 20Q300 110 620 40T1200 50T1810 20', '#1a1020', 4)
  times(17, (i) => {
    const x = 40 + i * 108
    const y = 70 + Math.sin(i * 1.1) * 18
    p.glow(x, y, 90, '#ffe08a', 0.8)
    p.circle(x, y, 13, '#fffbe0')
  })
  back(p, 330, 800, 150, '#2f7d5f', '#1d1412', 'long')
  back(p, 620, 850, 130, '#f0e4c8', '#1d1412', 'short')
  back(p, 1240, 840, 140, '#d9962f', '#b3201f', 'scarf')
  back(p, 1500, 790, 155, '#27406c', '#1d1412', 'short')
  back(p, 930, 1010, 90, '#c8322a', '#1d1412', 'bun')
  vignette(p, 0.5, 0.45, '#10081c', 0.5)
}
