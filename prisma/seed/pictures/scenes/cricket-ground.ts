import { at, lerp, n, times } from '../kit/core'
import { crowd } from '../kit/crowd'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, running } from '../kit/people'

export function cricketGround(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#081030'],
      [0.4, '#1b2f66'],
      [0.55, '#355a8a'],
    ]),
  )
  const speck = (color: string, count: number, y0: number, y1: number, size: number) =>
    p.stroke(
      times(count, () => {
        const x = p.r.range(0, 1800)
        const dip = 70 * (1 - ((x - 900) / 900) ** 2)
        return `M${n(x)} ${n(p.r.range(y0, y1) + dip)}h0.1`
      }).join(''),
      color,
      size,
    )
  const stand = (y: number, h: number, fill: string) =>
    p.path(`M-20 ${y}Q900 ${y + 140} 1820 ${y}V${y + h}Q900 ${y + h + 140} -20 ${y + h}Z`, fill)
  stand(330, 330, '#1c2450')
  stand(330, 26, '#c9d3e6')
  stand(356, 24, '#52618f')
  for (const [color, count] of [
    ['#b3201f', 330],
    ['#0f7a52', 330],
    ['#e9d3a6', 220],
    ['#41508a', 420],
    ['#d98a4a', 150],
  ] as const)
    speck(color, count, 400, 610, 11)
  stand(490, 12, '#8b99c2')
  speck('#fffbe0', 40, 400, 600, 6)
  stand(612, 30, '#e9ecf2')
  times(16, (i) =>
    p.rect(
      20 + i * 112,
      618 + 70 * (1 - ((20 + i * 112 - 850) / 900) ** 2),
      92,
      20,
      at(['#b3201f', '#1f7a8c', '#e0a52f', '#21508c'], i),
    ),
  )
  p.path('M-20 650Q900 790 1820 650V1240H-20Z', '#2f8a4a')
  times(9, (i) => {
    const [a, b] = [(i * 2 - 9) * 0.11, (i * 2 - 8) * 0.11]
    p.clip('M-20 650Q900 790 1820 650V1240H-20Z', () =>
      p.poly(
        [
          [900 + a * 1300, 640],
          [900 + b * 1300, 640],
          [900 + b * 3300, 1240],
          [900 + a * 3300, 1240],
        ],
        '#57b565',
        'opacity="0.55"',
      ),
    )
  })
  p.ellipse(900, 900, 780, 190, 'none', 'stroke="#e9f5dc" stroke-width="5" opacity="0.7"')
  p.poly(
    [
      [820, 770],
      [980, 770],
      [1090, 1060],
      [710, 1060],
    ],
    '#d9b87a',
  )
  p.poly(
    [
      [820, 770],
      [900, 770],
      [900, 1060],
      [710, 1060],
    ],
    '#e9cd94',
  )
  for (const [y, half, h] of [
    [782, 26, 40],
    [1030, 46, 78],
  ] as const) {
    p.line(900 - half * 2.6, y + 10, 900 + half * 2.6, y + 10, '#fffbea', 4)
    p.stroke(
      [-1, 0, 1].map((k) => `M${900 + k * half * 0.36} ${y}v${-h}`).join(''),
      '#fff4d0',
      h * 0.1,
    )
  }
  const player = (x: number, y: number, h: number, kit: string, more: object = {}) => {
    for (const dx of [-1, 1])
      p.poly(
        [
          [x - h * 0.05, y],
          [x + h * 0.05, y],
          [x + dx * h * 0.75, y + h * 0.2],
          [x + dx * h * 0.6, y + h * 0.22],
        ],
        '#123f2c',
        'opacity="0.35"',
      )
    return figure(p, { x, y, h, top: kit, bottom: kit, head: 'cap', headColor: kit, ...more })
  }
  for (const [x, y, h] of [
    [330, 800, 86],
    [560, 745, 70],
    [1290, 760, 74],
    [1520, 850, 96],
    [690, 830, 84],
  ] as const)
    player(x, y, h, '#f2f0e6', {
      face: x < 900 ? 1 : -1,
      lean: 14,
      arms: [
        [30, 70],
        [35, 75],
      ],
    })
  player(840, 806, 100, '#f2f0e6', {
    ...running,
    arms: [
      [-40, -20],
      [170, 176],
    ],
  })
  player(1010, 800, 92, '#22304a')
  const bat = player(985, 1060, 230, '#b3201f', {
    face: -1,
    lean: 22,
    arms: [
      [24, 60],
      [20, 66],
    ],
    legs: [
      [-26, -14],
      [30, 6],
    ],
  })
  const [hx, hy] = bat.hands[1]
  p.poly(
    [
      [hx - 6, hy - 22],
      [hx + 8, hy - 18],
      [hx - 30, hy + 128],
      [hx - 62, hy + 118],
    ],
    '#f0d9a0',
  )
  p.circle(872, 950, 9, '#fff6e0')
  for (const x of [140, 560, 1240, 1660]) {
    const edge = Math.abs(x - 900) / 900
    const top = 90 + (1 - edge) * 110
    p.poly(
      [
        [x - 12, 430],
        [x - 6, top],
        [x + 6, top],
        [x + 12, 430],
      ],
      '#3d4a78',
    )
    p.glow(x, top, 330, '#e6f2ff', 0.75)
    p.rect(x - 66, top - 46, 132, 84, '#2a3566', 'rx="6"')
    p.path(
      times(
        15,
        (i) =>
          `M${n(x - 50 + (i % 5) * 25 - 9)} ${n(top - 30 + Math.floor(i / 5) * 25)}a9 9 0 1 0 18 0a9 9 0 1 0 -18 0Z`,
      ).join(''),
      '#ffffff',
    )
    p.poly(
      [
        [x - 60, top + 30],
        [x + 60, top + 30],
        [lerp(x, 900, 0.6) + 430, 1000],
        [lerp(x, 900, 0.6) - 430, 1000],
      ],
      p.linear([
        [0, '#dcecff', 0.25],
        [1, '#dcecff', 0],
      ]),
    )
  }
  crowd(p, -20, 1820, 1180, 54, ['#0a1434', '#101c44', '#0c1838'], 1)
  vignette(p, 0.5, 0.6, '#040820', 0.45)
}
