import { blob, darker, lighter, poly, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { bhapa, chitoi, crescent, nakshi, quilt, roll, shade } from './pitha-cakes'

export function pithaPlate(p: Painter): void {
  quilt(p)
  const leaf = (turn: number, color: string) =>
    p.group(`transform="rotate(${turn} 700 700)"`, () => {
      p.path(
        'M-60 700Q300 420 900 470T1500 690Q1100 900 700 910T-60 700Z',
        '#1a0a10',
        `opacity="0.4" ${p.blur(12)}`,
      )
      p.path('M-60 680Q300 400 900 450T1500 670Q1100 880 700 890T-60 680Z', color)
      p.path('M-60 680Q400 650 1500 670Q1100 880 700 890T-60 680Z', darker(color, 0.2))
      p.stroke(
        times(30, (i) => `M${40 + i * 46} 676l${60} ${-150}M${40 + i * 46} 676l70 140`).join(''),
        lighter(color, 0.16),
        3,
        'opacity="0.6"',
      )
      p.stroke('M-60 680Q400 660 1500 670', lighter(color, 0.4), 9)
    })
  leaf(-38, '#3f8a4a')
  p.circle(722, 732, 500, '#1a0a10', `opacity="0.5" ${p.blur(16)}`)
  p.circle(700, 700, 500, '#b8843a')
  p.circle(
    694,
    692,
    492,
    p.linear(
      [
        [0, '#fbe6a8'],
        [0.5, '#d9a94f'],
        [1, '#a8742f'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  p.circle(700, 700, 436, '#8f6226')
  p.circle(
    704,
    706,
    428,
    p.linear(
      [
        [0, '#c4913f'],
        [1, '#f3d488'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  p.circle(
    700,
    700,
    464,
    'none',
    'stroke="#8f6226" stroke-width="5" stroke-dasharray="4 26" stroke-linecap="round"',
  )
  for (const reach of [272, 230, 188]) roll(p, 700 - reach, 700 - reach, 112, -45)
  bhapa(p, 930, 470, 118)
  bhapa(p, 1010, 690, 112)
  chitoi(p, 480, 930, 118)
  chitoi(p, 690, 1010, 108)
  for (const [x, y, turn] of [
    [890, 950, -30],
    [1010, 880, -52],
    [800, 860, 8],
  ] as const)
    crescent(p, x, y, 104, turn)
  nakshi(p, 400, 720, 112, 8)
  nakshi(p, 690, 420, 96, 6)
  nakshi(p, 660, 680, 150, 10)
  shade(p, 1190, 250, 160)
  p.circle(1180, 240, 160, '#8a4a2c')
  p.circle(1176, 234, 148, '#b3663c')
  p.circle(1180, 240, 124, '#3a1a10')
  p.circle(
    1182,
    246,
    116,
    p.radial(
      [
        [0, '#a8561c'],
        [1, '#5a2610'],
      ],
      0.4,
      0.35,
      0.7,
    ),
  )
  p.path('M1100 200Q1130 150 1190 146Q1140 180 1124 220Z', '#f3c07a', 'opacity="0.9"')
  const date = (x: number, y: number) => {
    shade(p, x, y, 30, 22)
    p.path(blob(p.r, x, y, 32, 22, 0.08), '#6a2c18')
    p.ellipse(x - 8, y - 7, 11, 5, '#c98a5a')
  }
  for (const [x, y] of [
    [190, 420],
    [250, 360],
    [300, 440],
  ] as const)
    date(x, y)
  p.path(
    poly([
      [0, 0],
      [520, 0],
      [0, 620],
    ]),
    p.linear(
      [
        [0, '#fff0c8', 0.45],
        [1, '#fff0c8', 0],
      ],
      0,
      0,
      0.6,
      0.6,
    ),
  )
  vignette(p, 0.45, 0.45, '#22060c', 0.5)
}
