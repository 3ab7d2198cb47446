import { at, darker, lighter, n, poly, times } from '../kit/core'
import { birds, lightPath, ripples, sky, sun, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'

const steel = [
  '#b3201f',
  '#21637a',
  '#d98a2b',
  '#3a7d5a',
  '#27406c',
  '#8a3a4a',
  '#d9c9a0',
  '#c9552f',
] as const

function box(p: Painter, x: number, y: number, w: number, h: number, color: string) {
  p.rect(x, y, w, h, color)
  p.stroke(
    times(w / 12 - 1, (i) => `M${n(x + 12 + i * 12)} ${n(y + 6)}v${n(h - 12)}`).join(''),
    darker(color, 0.22),
    3.4,
  )
  p.rect(x, y, w, 5, lighter(color, 0.28))
  p.rect(x, y + h - 5, w, 5, darker(color, 0.4))
  if (p.r.chance(0.35))
    p.rect(x + w * 0.62, y + h * 0.24, w * 0.26, h * 0.26, '#f3ead6', 'opacity="0.8"')
}

/** Ship-to-shore gantry: legs, beam, lattice boom and trolley. */
function gantry(p: Painter, x: number, y: number, s: number, color: string) {
  const beam = y - s
  p.stroke(
    poly(
      [
        [x - s * 0.2, y],
        [x - s * 0.14, beam],
      ],
      false,
    ) +
      poly(
        [
          [x + s * 0.2, y],
          [x + s * 0.14, beam],
        ],
        false,
      ),
    color,
    s * 0.04,
  )
  p.stroke(
    `M${n(x - s * 0.19)} ${n(y - s * 0.3)}H${n(x + s * 0.19)}M${n(x - s * 0.17)} ${n(y - s * 0.55)}H${n(x + s * 0.17)}M${n(x - s * 0.19)} ${n(y - s * 0.3)}L${n(x + s * 0.16)} ${n(y - s * 0.55)}L${n(x - s * 0.14)} ${n(beam)}`,
    color,
    s * 0.02,
  )
  p.rect(x - s * 0.85, beam - s * 0.035, s * 1.35, s * 0.065, color)
  p.stroke(
    times(
      18,
      (i) =>
        `M${n(x - s * 0.83 + i * s * 0.074)} ${n(beam + s * 0.025)}l${n(s * 0.037)} ${n(-s * 0.05)}l${n(s * 0.037)} ${n(s * 0.05)}`,
    ).join(''),
    lighter(color, 0.4),
    s * 0.008,
  )
  p.stroke(
    poly(
      [
        [x - s * 0.1, beam],
        [x, beam - s * 0.32],
        [x + s * 0.1, beam],
      ],
      false,
    ),
    color,
    s * 0.03,
  )
  p.stroke(
    poly(
      [
        [x - s * 0.8, beam],
        [x, beam - s * 0.31],
        [x + s * 0.47, beam],
      ],
      false,
    ) +
      poly(
        [
          [x - s * 0.45, beam],
          [x, beam - s * 0.31],
        ],
        false,
      ),
    color,
    s * 0.011,
  )
  p.rect(x + s * 0.26, beam - s * 0.12, s * 0.2, s * 0.1, darker(color, 0.25))
  for (const side of [-1, 1])
    p.rect(x + side * s * 0.2 - s * 0.06, y - s * 0.03, s * 0.12, s * 0.05, '#2a2430')
}

export function containerPort(p: Painter) {
  sky(
    p,
    760,
    [
      [0, '#e07a4a'],
      [0.4, '#f2a964'],
      [0.75, '#fbd797'],
      [1, '#fff0c9'],
    ],
    '#ffe9c4',
  )
  sun(p, 470, 430, 84, '#fffae0', '#fff0b0')
  p.rect(
    0,
    740,
    p.w,
    200,
    p.linear([
      [0, '#f3c98a'],
      [1, '#6f8a92'],
    ]),
  )
  lightPath(p, 470, 744, 900, 90, '#fff6d0', 0.8)
  ripples(p, 745, 900, '#4f6a7c', 60, 0.4)
  gantry(p, 330, 760, 330, '#c98a6a')
  gantry(p, 110, 758, 280, '#d39a74')
  p.path('M180 700H900L870 800H240Z', '#3a3550')
  p.path('M230 770H880L870 806H244Z', '#b3201f')
  times(4, (row) =>
    times(13 - row, (i) =>
      box(p, 300 + i * 42, 676 - row * 26, 39, 24, at(steel, i * 5 + row * 3)),
    ),
  )
  p.rect(196, 570, 84, 132, '#f5efe0')
  p.rect(206, 584, 64, 14, '#3a4a60')
  p.rect(222, 540, 34, 32, '#b3201f')
  gantry(p, 1480, 930, 760, '#21506a')
  gantry(p, 1060, 930, 780, '#b3201f')
  p.line(760, 150, 760, 420, '#3a2a34', 5)
  p.line(850, 150, 850, 420, '#3a2a34', 5)
  p.rect(730, 128, 150, 34, '#3a2a34')
  p.rect(700, 414, 210, 14, '#2a2430')
  box(p, 700, 428, 210, 84, '#1f7a6c')
  p.rect(
    0,
    880,
    p.w,
    330,
    p.linear([
      [0, '#a9968a'],
      [1, '#5a4f5c'],
    ]),
  )
  p.rect(0, 872, p.w, 12, '#e9c45a')
  const stack = (
    x: number,
    ground: number,
    w: number,
    h: number,
    cols: number,
    rows: (col: number) => number,
    seed: number,
  ) =>
    times(cols, (col) =>
      times(rows(col), (row) =>
        box(
          p,
          x + col * (w + 4),
          ground - (row + 1) * (h + 2),
          w,
          h,
          at(steel, col * 3 + row * 5 + seed + ((col * row) % 3)),
        ),
      ),
    )
  stack(1180, 920, 150, 58, 5, (c) => 3 + ((c * 2) % 3), 1)
  stack(-60, 1010, 200, 80, 3, (c) => 3 - c, 4)
  stack(960, 1100, 250, 100, 4, (c) => 1 + c, 2)
  p.poly(
    [
      [560, 1100],
      [900, 1100],
      [830, 1150],
      [450, 1150],
    ],
    '#3a2f40',
    'opacity="0.4"',
  )
  box(p, 520, 950, 300, 110, '#d98a2b')
  p.path('M826 1060V960Q830 938 856 938H908Q924 940 932 966L944 1010V1060Z', '#b3201f')
  p.path('M866 954H904Q914 956 918 972L926 1000H866Z', '#24384a')
  p.rect(500, 1060, 450, 22, '#2a2430')
  for (const x of [550, 610, 770, 890]) {
    p.circle(x, 1088, 30, '#1b1820')
    p.circle(x, 1088, 13, '#8d8a8c')
  }
  for (const [x, y, h] of [
    [330, 1130, 190],
    [410, 1136, 186],
  ] as const)
    figure(p, {
      x,
      y,
      h,
      ...(x > 400 ? walking : {}),
      top: '#f08a2a',
      bottom: '#24344c',
      head: 'cap',
      headColor: '#ffd24a',
      arms: [
        [-8, 4],
        [x > 400 ? 20 : 60, x > 400 ? 40 : 120],
      ],
    })
  birds(p, 640, 250, 7, 22, '#6a3f3c')
  vignette(p, 0.55, 0.5, '#3a1c20', 0.35)
}
