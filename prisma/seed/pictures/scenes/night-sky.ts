import { n, type Point, times } from '../kit/core'
import { grass, land, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

export function nightSky(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#070b26'],
      [0.45, '#16235a'],
      [0.72, '#2f4a8a'],
      [0.86, '#c46a6b'],
      [0.95, '#f2a862'],
    ]),
  )
  p.group('transform="rotate(-34 1000 480)"', () => {
    for (const [ry, color, o] of [
      [230, '#3b4fa0', 0.5],
      [150, '#7a6fc0', 0.42],
      [80, '#e0b3cc', 0.42],
    ] as const)
      p.ellipse(1000, 480, 1300, ry, color, `opacity="${o}" ${p.blur(60, 40)}`)
    p.dry('M-300 380H2300V590H-300Z', '#0b1236', {
      from: [0, 0.5],
      to: [1, 0.5],
      fx: 0.004,
      fy: 0.014,
      opacity: 0.5,
      strength: 0.62,
    })
    const dust = times(
      420,
      () => `M${n(p.r.range(-300, 2300))} ${n(480 + p.r.bell(240))}h0.1`,
    ).join('')
    p.stroke(dust, '#fff4e0', 3.4, 'opacity="0.8"')
  })
  p.stroke(
    times(260, () => `M${n(p.r.range(0, 1800))} ${n(p.r.range(0, 820))}h0.1`).join(''),
    '#e6ecff',
    3,
  )
  p.stroke(
    times(60, () => `M${n(p.r.range(0, 1800))} ${n(p.r.range(0, 780))}h0.1`).join(''),
    '#fffbe6',
    6,
  )
  for (const [x, y, s] of [
    [1130, 300, 26],
    [620, 180, 18],
    [1500, 470, 16],
    [330, 420, 20],
  ] as const) {
    p.glow(x, y, s * 3, '#cfdcff', 0.8)
    p.path(
      `M${x - s} ${y}Q${x} ${y} ${x} ${y - s}Q${x} ${y} ${x + s} ${y}Q${x} ${y} ${x} ${y + s}Q${x} ${y} ${x - s} ${y}Z`,
      '#ffffff',
    )
  }
  p.stroke(
    'M1560 120L1330 250',
    p.linear(
      [
        [0, '#ffffff', 0],
        [1, '#ffffff'],
      ],
      1,
      0,
      0,
      1,
    ),
    6,
  )
  treeline(p, 1000, 100, '#2a2f62', 40)
  const hill = land(
    p,
    [
      [-30, 1060],
      [260, 1010],
      [620, 930],
      [900, 905],
      [1240, 950],
      [1500, 1030],
      [1840, 1080],
    ],
    1240,
    '#0d1330',
  )
  p.dry(hill, '#2b3468', {
    from: [0, 0],
    to: [0, 0.5],
    fx: 0.01,
    fy: 0.06,
    opacity: 0.8,
    strength: 0.7,
  })
  const tripod: Point = [960, 690]
  p.stroke('M960 690L860 930M960 690L975 925M960 690L1080 935', '#05081c', 17)
  p.stroke('M905 820L1030 826', '#05081c', 9)
  p.group(`transform="rotate(-38 ${tripod[0]} ${tripod[1]})"`, () => {
    p.rect(760, 640, 380, 76, '#10183e', 'rx="10"')
    p.rect(1130, 626, 120, 104, '#1a2658', 'rx="8"')
    p.rect(1130, 626, 120, 22, '#6f86d0', 'rx="8"')
    p.rect(760, 640, 380, 16, '#5268b8', 'rx="8"')
    p.rect(690, 658, 78, 40, '#0b1030', 'rx="6"')
    p.rect(930, 636, 40, 84, '#b3201f')
    p.rect(1252, 630, 10, 96, '#b9ccff')
  })
  p.circle(960, 700, 26, '#05081c')
  figure(p, {
    x: 640,
    y: 945,
    h: 370,
    top: '#1d1a3c',
    bottom: '#0b0e28',
    skin: '#3a2a3e',
    face: 1,
    lean: 20,
    arms: [
      [50, 105],
      [58, 112],
    ],
    legs: [
      [-10, -14],
      [14, 4],
    ],
  })
  figure(p, {
    x: 470,
    y: 985,
    h: 230,
    top: '#b3201f',
    bottom: '#0b0e28',
    dress: 'panjabi',
    head: 'tail',
    headColor: '#0b0a1c',
    skin: '#4a3040',
    face: 1,
    arms: [
      [-8, 2],
      [135, 150],
    ],
  })
  grass(p, -20, 1820, 1215, 70, ['#070a20', '#121a44'], 300)
  vignette(p, 0.55, 0.45, '#03051a', 0.4)
}
