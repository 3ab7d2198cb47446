import { n, times } from '../kit/core'
import { back } from '../kit/crowd'
import { land, ridge, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'
import { palm } from '../kit/plants'

/** Studio lamp with barn doors on a stand, its beam thrown towards (tx, ty). */
function lamp(p: Painter, x: number, y: number, s: number, tx: number, ty: number, spread: number) {
  const a = Math.atan2(ty - y, tx - x)
  p.poly(
    [
      [x, y],
      [tx + Math.sin(a) * spread, ty - Math.cos(a) * spread],
      [tx - Math.sin(a) * spread, ty + Math.cos(a) * spread],
    ],
    p.linear(
      [
        [0, '#fff0b8', 0.5],
        [1, '#fff0b8', 0.08],
      ],
      x < tx ? 0 : 1,
      0,
      x < tx ? 1 : 0,
      1,
    ),
  )
  p.glow(x, y, s * 3, '#fff3c4', 0.9)
  p.stroke(
    `M${x} ${y}V${y + s * 6}M${x} ${y + s * 4.4}l${-s} ${s * 1.9}M${x} ${y + s * 4.4}l${s} ${s * 1.9}`,
    '#120e18',
    s * 0.16,
  )
  p.group(`transform="translate(${x} ${y}) rotate(${n((a * 180) / Math.PI)})"`, () => {
    p.rect(-s * 0.9, -s * 0.6, s * 1.2, s * 1.2, '#1d1824', `rx="${s * 0.2}"`)
    p.poly(
      [
        [s * 0.3, -s * 0.55],
        [s * 0.8, -s * 1.1],
        [s * 0.88, -s * 1.02],
        [s * 0.4, -s * 0.5],
      ],
      '#2a2232',
    )
    p.poly(
      [
        [s * 0.3, s * 0.55],
        [s * 0.8, s * 1.1],
        [s * 0.88, s * 1.02],
        [s * 0.4, s * 0.5],
      ],
      '#2a2232',
    )
    p.ellipse(s * 0.32, 0, s * 0.16, s * 0.5, '#fffbe6')
  })
}

export function filmSet(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#1a1322'],
      [0.7, '#33202a'],
      [1, '#1a1016'],
    ]),
  )
  const flat = 'M640 150H1650V840H640Z'
  p.path(
    flat,
    p.linear([
      [0, '#1f3f7a'],
      [0.5, '#c8617a'],
      [1, '#f6b46a'],
    ]),
  )
  p.clip(flat, () => {
    p.circle(1360, 330, 82, '#fff0c4')
    p.circle(1360, 330, 150, '#fff0c4', 'opacity="0.2"')
    land(p, ridge(p.r, p.w, 640, 30, 600), 900, '#7a4a7a')
    land(p, ridge(p.r, p.w, 710, 24, 480), 900, '#4a3468')
    treeline(p, 790, 80, '#2f2a58', 34)
  })
  p.path(flat, 'none', 'stroke="#0d0a12" stroke-width="14"')
  p.stroke('M640 840L560 960M1650 840L1730 960', '#0d0a12', 14)
  p.poly(
    [
      [520, 860],
      [1720, 860],
      [1800, 1060],
      [380, 1060],
    ],
    '#8a5a3c',
  )
  p.poly(
    [
      [520, 860],
      [1720, 860],
      [1740, 900],
      [490, 900],
    ],
    '#b3784a',
  )
  palm(p, 'coconut', 1560, 900, 560, '#2f6a5a', '#4a3430', -0.12)
  p.rect(1080, 660, 300, 230, '#c98a52')
  p.poly(
    [
      [1030, 670],
      [1110, 520],
      [1350, 520],
      [1430, 670],
    ],
    '#8a5a30',
  )
  p.stroke(times(15, (i) => `M${1110 + i * 17} 522L${1040 + i * 27} 668`).join(''), '#b3803f', 4)
  p.rect(1190, 740, 76, 150, '#2a1820')
  figure(p, {
    x: 930,
    y: 940,
    h: 340,
    top: '#8e1a1c',
    bottom: '#c8322a',
    dress: 'saree',
    head: 'bun',
    face: 1,
    arms: [
      [-10, 4],
      [60, 120],
    ],
  })
  figure(p, {
    x: 1090,
    y: 945,
    h: 360,
    top: '#f0e6d0',
    bottom: '#d9cdb0',
    dress: 'panjabi',
    face: -1,
  })
  lamp(p, 1690, 250, 64, 1000, 900, 230)
  lamp(p, 560, 210, 54, 1000, 860, 200)
  p.stroke('M-20 380L860 470', '#0d0a12', 10)
  p.rect(830, 452, 110, 40, '#0d0a12', 'rx="20"')
  p.group('transform="translate(-60 0)"', () => {
    p.stroke('M470 820L330 1230M490 820L500 1230M520 820L700 1230', '#0a070e', 26)
    p.stroke('M420 990L590 990', '#0a070e', 12)
    p.rect(400, 780, 190, 46, '#15101c', 'rx="10"')
    p.rect(290, 540, 370, 230, '#15101c', 'rx="18"')
    p.rect(300, 550, 350, 20, '#5a4656')
    p.circle(390, 460, 96, '#15101c')
    p.circle(560, 440, 112, '#15101c')
    for (const [x, y, r] of [
      [390, 460, 96],
      [560, 440, 112],
    ] as const) {
      p.circle(x, y, r * 0.78, '#2f2434')
      p.path(
        times(5, (i) => {
          const a = i * 1.257
          const [cx, cy] = [x + Math.cos(a) * r * 0.46, y + Math.sin(a) * r * 0.46]
          return `M${n(cx - r * 0.17)} ${n(cy)}a${n(r * 0.17)} ${n(r * 0.17)} 0 1 0 ${n(r * 0.34)} 0a${n(r * 0.17)} ${n(r * 0.17)} 0 1 0 ${n(-r * 0.34)} 0Z`
        }).join(''),
        '#15101c',
      )
    }
    p.rect(656, 590, 96, 130, '#0a070e')
    p.rect(740, 570, 50, 170, '#241b2a')
    p.poly(
      [
        [786, 560],
        [870, 520],
        [870, 790],
        [786, 750],
      ],
      '#0a070e',
    )
    p.stroke('M872 524V786', '#f0c98a', 5)
    p.ellipse(784, 655, 10, 66, '#7fb0d0')
    p.rect(320, 610, 150, 90, '#0a070e')
    p.rect(
      332,
      622,
      126,
      66,
      p.linear([
        [0, '#3a5a9a'],
        [1, '#f0a86a'],
      ]),
    )
    p.circle(620, 600, 11, '#e0332a')
  })
  back(p, 150, 640, 190, '#b3201f', '#15101a', 'short')
  p.rect(60, 590, 190, 34, '#0a070e', 'rx="16"')
  p.stroke('M1320 1170L1480 1000M1480 1170L1320 1000', '#d9b07a', 13)
  p.rect(1300, 1000, 200, 26, '#b3201f')
  p.rect(1306, 870, 190, 74, '#b3201f')
  p.stroke('M1310 870V1010M1490 870V1010', '#d9b07a', 12)
  vignette(p, 0.5, 0.5, '#07040c', 0.45)
}
