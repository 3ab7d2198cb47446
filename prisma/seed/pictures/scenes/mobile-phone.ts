import { darker, lighter, n, smooth, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { finger, skin } from './hand'

export function mobilePhone(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear(
      [
        [0, '#1a1440'],
        [0.5, '#4a2560'],
        [1, '#8a2f4a'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  const lights = ['#ffb04a', '#ff6a4a', '#f8d070', '#5fb8e0', '#e05a8a'] as const
  times(46, () => {
    const x = p.r.range(0, 1800)
    const y = p.r.range(120, 900)
    const s = p.r.range(24, 84)
    p.circle(x, y, s, p.r.pick(lights), `opacity="${n(p.r.range(0.15, 0.5))}" ${p.blur(3)}`)
  })
  times(16, (i) =>
    p.rect(
      i * 120 - 30,
      760 - p.r.range(60, 340),
      104,
      700,
      '#130f30',
      `opacity="0.55" ${p.blur(5)}`,
    ),
  )
  p.glow(900, 560, 760, '#8fd8f0', 0.65)
  p.path(
    smooth(
      [
        [1020, 1300],
        [1010, 1010],
        [1130, 860],
        [1230, 800],
        [1300, 960],
        [1420, 1300],
      ],
      true,
    ),
    darker(skin, 0.25),
  )
  p.path('M520 1300Q560 1060 700 940L1160 860Q1330 920 1420 1300Z', skin)
  p.path(
    'M1200 900Q1330 1000 1420 1300H1260Q1250 1060 1130 960Z',
    darker(skin, 0.35),
    'opacity="0.7"',
  )
  p.path('M420 1300Q440 1210 520 1180H1390Q1450 1220 1480 1300Z', '#b3201f')
  p.path('M1180 1180H1390Q1450 1220 1480 1300H1240Z', '#7a1418')
  p.group('transform="rotate(-7 900 560)"', () => {
    p.rect(642, 78, 520, 962, '#05060f', 'rx="66" opacity="0.5"')
    p.rect(640, 60, 500, 960, '#10121f', 'rx="62"')
    p.rect(640, 60, 500, 960, 'none', 'rx="62" stroke="#6a7f9a" stroke-width="6"')
    const screen =
      'M706 90H1074Q1110 90 1110 126V954Q1110 990 1074 990H706Q670 990 670 954V126Q670 90 706 90Z'
    p.path(
      screen,
      p.linear([
        [0, '#eafaf8'],
        [0.5, '#fdf3dc'],
        [1, '#fbe0c4'],
      ]),
    )
    p.clip(screen, () => {
      p.rect(670, 90, 440, 100, '#b3201f')
      p.circle(720, 150, 20, '#fff3dc')
      p.rect(756, 140, 180, 20, '#fff3dc', 'rx="10"')
      p.rect(
        700,
        216,
        380,
        250,
        p.linear([
          [0, '#3f8ab0'],
          [1, '#f6b46a'],
        ]),
        'rx="22"',
      )
      p.clip(
        'M722 216H1058Q1080 216 1080 238V444Q1080 466 1058 466H722Q700 466 700 444V238Q700 216 722 216Z',
        () => {
          p.circle(980, 300, 38, '#fff3c4')
          p.path('M690 420Q780 330 860 390T1010 380T1100 400V480H690Z', '#2f7a6a')
          p.path('M690 450Q800 400 900 430T1100 430V480H690Z', '#1d5a58')
          p.path('M770 440q60 26 150 -4q-26 40 -80 40t-70 -36Z', '#2a1a2c')
          p.poly(
            [
              [836, 340],
              [884, 424],
              [836, 424],
            ],
            '#b3201f',
          )
        },
      )
      for (const [y, c] of [
        [500, '#1f8a9c'],
        [620, '#e0a52f'],
        [740, '#7a4a9a'],
      ] as const) {
        p.rect(700, y, 100, 96, c, 'rx="18"')
        p.circle(750, y + 48, 26, lighter(c, 0.5))
        p.rect(824, y + 10, 240, 20, '#4a4660', 'rx="10"')
        p.rect(824, y + 44, 200, 14, '#b9b0b8', 'rx="7"')
        p.rect(824, y + 70, 140, 14, '#d3cac8', 'rx="7"')
      }
      p.stroke(
        smooth([
          [700, 930],
          [760, 900],
          [830, 916],
          [900, 870],
          [960, 890],
          [1080, 862],
        ]),
        '#b3201f',
        9,
      )
      p.poly(
        [
          [960, 90],
          [1110, 90],
          [1110, 720],
          [760, 990],
          [690, 990],
        ],
        '#ffffff',
        'opacity="0.16"',
      )
    })
    p.rect(830, 104, 120, 26, '#10121f', 'rx="13"')
  })
  for (const [y, reach] of [
    [520, 752],
    [640, 750],
    [758, 760],
    [868, 782],
  ] as const)
    finger(
      p,
      [
        [590, y + 90],
        [592, y + 40],
        [640, y + 10],
        [reach - 10, y],
      ],
      92,
      skin,
      '#e6b394',
    )
  p.path(
    smooth(
      [
        [560, 560],
        [640, 600],
        [650, 900],
        [760, 1010],
        [700, 1120],
        [560, 1100],
        [540, 800],
      ],
      true,
    ),
    skin,
  )
  p.stroke('M606 640q-14 110 10 210', darker(skin, 0.35), 7, 'opacity="0.5"')
  finger(
    p,
    [
      [1250, 1060],
      [1290, 900],
      [1220, 770],
      [1120, 690],
    ],
    112,
    lighter(skin, 0.06),
    '#e9bb9c',
  )
  vignette(p, 0.5, 0.5, '#080418', 0.45)
}
