import { lerp, n, poly, times } from '../kit/core'
import { land, mist, ridge, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, running, walking } from '../kit/people'
import { tree } from '../kit/plants'

export function footballGirls(p: Painter) {
  sky(
    p,
    520,
    [
      [0, '#f4a259'],
      [0.5, '#fbd08a'],
      [1, '#fff0c4'],
    ],
    '#fff0cf',
  )
  p.glow(1450, 300, 560, '#fff6cc', 0.95)
  p.circle(1450, 300, 66, '#fffdf0')
  land(p, ridge(p.r, p.w, 420, 34, 900), 700, '#d9a878')
  treeline(p, 540, 150, '#a99a5a', 50)
  treeline(p, 560, 100, '#6f8a4a', 40)
  for (const [x, h] of [
    [90, 360],
    [1660, 300],
    [1210, 200],
  ] as const)
    tree(p, x, 570, h, '#5a8a48', '#5a4434', 1)
  p.rect(
    0,
    540,
    p.w,
    680,
    p.linear([
      [0, '#c9c75a'],
      [0.3, '#7fae4a'],
      [1, '#2f7a44'],
    ]),
  )
  times(7, (i) => {
    const y = lerp(556, 1100, (i / 7) ** 1.5)
    p.rect(0, y, p.w, (y - 530) * 0.18, '#dbe07a', 'opacity="0.3"')
  })
  p.dry('M0 700H1800V1200H0Z', '#1d5a3a', {
    from: [0, 1],
    to: [0.2, 0],
    fx: 0.01,
    fy: 0.08,
    opacity: 0.55,
    strength: 0.7,
  })
  p.stroke('M1240 452V600M1610 462V620M1240 452L1610 462', '#fffdf2', 10)
  p.stroke(
    `${times(12, (i) => `M${1250 + i * 30} 455V604`).join('')}${times(5, (i) => `M1242 ${480 + i * 26}L1608 ${490 + i * 26}`).join('')}`,
    '#fffdf2',
    2,
    'opacity="0.6"',
  )
  p.stroke('M-20 640L1820 610', '#fffbe6', 6, 'opacity="0.8"')
  p.stroke('M-20 1010Q700 900 1820 1130', '#fffbe6', 10, 'opacity="0.6"')
  const shadow = (x: number, y: number, h: number) =>
    p.poly(
      [
        [x - h * 0.05, y - 4],
        [x + h * 0.06, y + 2],
        [x - h * 0.85, y + h * 0.36],
        [x - h * 1.02, y + h * 0.3],
      ],
      '#1c4a34',
      'opacity="0.45"',
    )
  const girl = (
    x: number,
    y: number,
    h: number,
    kit: string,
    shorts: string,
    more: object = {},
  ) => {
    shadow(x, y, h)
    figure(p, {
      x,
      y,
      h,
      ...running,
      top: kit,
      bottom: shorts,
      dress: 'shorts',
      head: 'tail',
      headColor: '#1b1014',
      ...more,
    })
  }
  girl(1120, 680, 190, '#f3ead0', '#2a3a5a', { face: -1 })
  girl(240, 700, 210, '#b3201f', '#2a2233', walking)
  girl(1460, 770, 270, '#f3ead0', '#2a3a5a', { face: -1, lean: 10 })
  girl(1180, 950, 420, '#f3ead0', '#24365a', {
    face: -1,
    legs: [
      [30, -70],
      [-34, -60],
    ],
    arms: [
      [-40, 20],
      [48, 110],
    ],
  })
  girl(330, 960, 420, '#c8322a', '#231c30', {
    legs: [
      [40, -30],
      [-30, -86],
    ],
    arms: [
      [-52, 8],
      [52, 120],
    ],
  })
  girl(700, 1070, 600, '#b3201f', '#1f1a2e')
  const [bx, by, r] = [905, 1050, 52]
  p.ellipse(bx - 90, by + 54, 120, 16, '#1c4a34', 'opacity="0.5"')
  p.circle(bx, by, r, '#fffaf0')
  p.clip(`M${bx - r} ${by}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`, () => {
    p.circle(bx - 26, by + 26, r, '#c9bfae', 'opacity="0.5"')
    const five = (x: number, y: number, s: number) =>
      poly(times(5, (i) => [x + Math.sin(i * 1.257) * s, y - Math.cos(i * 1.257) * s] as const))
    p.path(
      five(bx, by, 19) +
        five(bx + 44, by - 22, 19) +
        five(bx - 44, by - 20, 19) +
        five(bx + 26, by + 44, 19) +
        five(bx - 28, by + 42, 19) +
        five(bx, by - 56, 18),
      '#241c28',
    )
  })
  p.path(
    times(
      46,
      () =>
        `M${n(p.r.range(560, 900))} ${n(p.r.range(1040, 1100))}l${n(p.r.range(-18, 18))} ${n(-p.r.range(8, 34))}l5 4Z`,
    ).join(''),
    '#5fa04e',
  )
  mist(p, 560, 120, '#fff0c4', 0.4)
  vignette(p, 0.45, 0.55, '#1c3a24', 0.35)
}
