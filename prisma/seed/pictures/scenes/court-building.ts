import { times } from '../kit/core'
import { birds, cloud, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'
import { palm, tree } from '../kit/plants'

/** Columns, pediment, dome and wings in white plaster under a clear sky. */
export function courtBuilding(p: Painter) {
  const w = p.w
  const c = w / 2
  const base = 850
  sky(
    p,
    base,
    [
      [0, '#2f7fb8'],
      [0.6, '#8cc4dc'],
      [1, '#e6f0e4'],
    ],
    '#eaf6f8',
  )
  cloud(p, 300, 330, 520, '#ffffff', '#bcd9e6')
  cloud(p, 1370, 260, 480, '#ffffff', '#bcd9e6')
  treeline(p, base, 170, '#4f8f68', 50)
  const white = '#f7f1e3'
  const shade = '#c2c6cf'
  for (const side of [-1, 1]) {
    const x0 = side < 0 ? c - 690 : c + 270
    p.rect(x0, 520, 420, base - 520, side < 0 ? white : '#e3dfd8')
    p.rect(x0 - 12, 500, 444, 26, '#fffaf0')
    p.rect(x0 - 4, 526, 428, 12, shade)
    times(4, (i) => {
      const x = x0 + 44 + i * 98
      p.path(`M${x - 26} ${base - 20}V640Q${x} 596 ${x + 26} 640V${base - 20}Z`, '#5d7180')
      p.path(`M${x - 26} ${base - 20}V640Q${x - 14} 606 ${x} 616V${base - 20}Z`, '#34485a')
      p.rect(x - 20, 556, 40, 34, '#5d7180')
      p.rect(x + 36, 540, 18, base - 540, side < 0 ? '#fffaf0' : '#f3eee2')
    })
    p.circle(side < 0 ? x0 + 40 : x0 + 380, 486, 26, '#e8e2d4')
  }
  p.rect(c - 130, 262, 260, 90, white)
  p.rect(c + 40, 262, 90, 90, shade)
  times(7, (i) => p.rect(c - 112 + i * 34, 280, 16, 56, '#5d7180'))
  p.path(`M${c - 140} 264Q${c - 130} 110 ${c} 96Q${c + 130} 110 ${c + 140} 264Z`, '#f3eddf')
  p.path(`M${c + 10} 264Q${c + 66} 150 ${c} 96Q${c + 130} 110 ${c + 140} 264Z`, '#b9c0cb')
  p.line(c, 96, c, 34, '#8a8f98', 6)
  p.rect(c + 3, 36, 62, 38, '#0f6a4c')
  p.circle(c + 31, 55, 12, '#b3201f')
  p.rect(c - 320, 470, 640, base - 470, '#8d99a6')
  p.poly(
    [
      [c - 350, 470],
      [c, 336],
      [c + 350, 470],
    ],
    white,
  )
  p.poly(
    [
      [c - 270, 452],
      [c, 352],
      [c + 270, 452],
    ],
    '#cfd2d6',
  )
  p.path(`M${c - 110} 440h220v-8h-220zM${c - 4} 372h8v64h-8zM${c - 84} 388h168v7h-168z`, '#8f97a3')
  for (const s of [-1, 1]) p.path(`M${c + s * 80 - 32} 410h64q-10 22 -32 22t-32 -22Z`, '#8f97a3')
  p.rect(c - 360, 468, 720, 34, '#fffaf0')
  p.rect(c - 340, 502, 680, 12, shade)
  p.rect(c - 60, 620, 120, base - 620, '#2d3848')
  p.rect(c - 48, 634, 46, base - 634, '#7a3a2a')
  p.rect(c + 4, 634, 44, base - 634, '#5d2a22')
  times(6, (i) => {
    const x = c - 300 + i * 120
    p.rect(
      x - 30,
      512,
      60,
      base - 512,
      p.linear(
        [
          [0, '#fffaf0'],
          [0.45, '#f4eddf'],
          [1, '#a9b0bd'],
        ],
        0,
        0,
        1,
        0,
      ),
    )
    p.rect(x - 40, 508, 80, 18, '#fffaf0')
    p.rect(x - 40, base - 22, 80, 22, '#efe8da')
    p.stroke(`M${x - 12} 532V${base - 30}M${x + 8} 532V${base - 30}`, '#c9c8c6', 4)
  })
  times(6, (i) =>
    p.rect(c - 350 - i * 26, base + i * 20, 700 + i * 52, 21, i % 2 ? '#d6d1c8' : '#f3eee2'),
  )
  p.poly(
    [
      [0, base + 40],
      [c - 480, base + 40],
      [c - 620, 1220],
      [0, 1220],
    ],
    '#5fa05a',
  )
  p.poly(
    [
      [w, base + 40],
      [c + 480, base + 40],
      [c + 620, 1220],
      [w, 1220],
    ],
    '#569653',
  )
  p.poly(
    [
      [c - 490, base + 118],
      [c + 490, base + 118],
      [c + 690, 1220],
      [c - 690, 1220],
    ],
    '#e3cfa8',
  )
  p.rect(0, base, c - 500, 44, '#3f7f4f')
  p.rect(c + 500, base, w, 44, '#3a784b')
  for (const [x, y, h] of [
    [90, 960, 520],
    [w - 100, 970, 560],
  ] as const)
    palm(p, 'coconut', x, y, h, '#3a8a55', '#7a6550', x < c ? 0.08 : -0.08)
  tree(p, 240, 990, 300, '#4a9a58', '#5f4a3a')
  tree(p, w - 260, 1000, 280, '#c9452f', '#5f4a3a')
  for (const [x, y, h, face] of [
    [c - 170, 1110, 210, 1],
    [c - 90, 1120, 215, -1],
    [c + 250, 1080, 180, -1],
    [c + 60, 960, 120, 1],
  ] as const) {
    p.poly(
      [
        [x, y],
        [x + 30, y],
        [x + 170, y + 46],
        [x + 120, y + 46],
      ],
      '#8a7658',
      'opacity="0.45"',
    )
    figure(p, {
      x,
      y,
      h,
      ...(x > c ? walking : {}),
      top: '#1d1f2b',
      bottom: '#2a2c38',
      dress: 'panjabi',
      face,
      arms: [
        [-8, 2],
        [30, 84],
      ],
    })
    p.rect(x - h * 0.012, y - h * 0.82, h * 0.04, h * 0.12, '#ffffff')
  }
  birds(p, c + 330, 190, 6, 20, '#3c5f7c')
  vignette(p, 0.5, 0.5, '#173048', 0.28)
}
