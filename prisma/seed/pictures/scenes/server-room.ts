import { lerp, lighter, n, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'

export function serverRoom(p: Painter) {
  const [vx, vy] = [900, 560]
  p.rect(0, 0, p.w, p.h, '#04101f')
  const z = (k: number) => 1 / (1 + k * 0.62)
  p.poly(
    [
      [0, -80],
      [p.w, -80],
      [vx + 90, vy - 90],
      [vx - 90, vy - 90],
    ],
    '#0b2038',
  )
  p.poly(
    [
      [-300, 1240],
      [p.w + 300, 1240],
      [vx + 90, vy + 90],
      [vx - 90, vy + 90],
    ],
    p.linear([
      [0, '#3f9ab8'],
      [0.5, '#123a58'],
      [1, '#081c30'],
    ]),
  )
  times(9, (i) => {
    const q = z(i)
    p.poly(
      [
        [vx - 260 * q, vy - 640 * q],
        [vx + 260 * q, vy - 640 * q],
        [vx + 260 * z(i + 0.45), vy - 640 * z(i + 0.45)],
        [vx - 260 * z(i + 0.45), vy - 640 * z(i + 0.45)],
      ],
      '#e6fbff',
      `opacity="${n(0.9)}"`,
    )
    p.line(
      vx - 900 * q,
      vy + 660 * q,
      vx + 900 * q,
      vy + 660 * q,
      '#8fd8ea',
      5 * q,
      'opacity="0.45"',
    )
  })
  p.rect(vx - 100, vy - 100, 200, 200, '#c9f3fa')
  p.glow(vx, vy, 560, '#7fe0f0', 0.75)
  for (let i = 7; i >= 0; i--)
    for (const side of [-1, 1]) {
      const [a, b] = [z(i - 0.35), z(i + 0.55)]
      const atX = (q: number) => vx + side * 620 * q
      const atY = (q: number, h: number) => vy + h * q
      p.poly(
        [
          [atX(a), atY(a, -600)],
          [atX(b), atY(b, -600)],
          [atX(b), atY(b, 620)],
          [atX(a), atY(a, 620)],
        ],
        lighter('#0a1c33', i * 0.035),
      )
      p.poly(
        [
          [atX(b), atY(b, -600)],
          [vx + side * 700 * b, atY(b, -600)],
          [vx + side * 700 * b, atY(b, 620)],
          [atX(b), atY(b, 620)],
        ],
        '#143a5a',
      )
      const t = (u: number) => 1 / lerp(1 / a, 1 / b, u)
      times(17, (row) => {
        const h0 = -560 + row * 68
        const q0 = t(0.1)
        const q1 = t(0.9)
        p.poly(
          [
            [atX(q0), atY(q0, h0)],
            [atX(q1), atY(q1, h0)],
            [atX(q1), atY(q1, h0 + 54)],
            [atX(q0), atY(q0, h0 + 54)],
          ],
          row % 4 === 3 ? '#0d2a48' : '#173c5f',
        )
        const lights = times(7, (k) => [t(0.18 + k * 0.1), p.r.next()] as const)
        for (const [q, odds] of lights)
          if (odds < 0.72)
            p.rect(
              atX(q) - 5 * q,
              atY(q, h0 + 18),
              11 * q,
              14 * q,
              odds < 0.06
                ? '#ff4a3a'
                : odds < 0.2
                  ? '#ffc04a'
                  : odds < 0.45
                    ? '#4af0b0'
                    : '#5fd0ff',
            )
      })
      p.line(atX(a), atY(a, -600), atX(a), atY(a, 620), '#3fb0d0', 5 * a, 'opacity="0.7"')
    }
  figure(p, {
    x: 840,
    y: 960,
    h: 440,
    top: '#b3201f',
    bottom: '#101a2c',
    skin: '#4a3026',
    face: 1,
    arms: [
      [30, 80],
      [34, 96],
    ],
    legs: [
      [-8, -6],
      [10, 4],
    ],
  })
  p.poly(
    [
      [930, 700],
      [1010, 690],
      [1014, 704],
      [934, 716],
    ],
    '#0b1626',
  )
  p.poly(
    [
      [1010, 692],
      [1030, 630],
      [1036, 634],
      [1016, 702],
    ],
    '#bff4ff',
  )
  p.poly(
    [
      [800, 960],
      [880, 962],
      [960, 1160],
      [760, 1160],
    ],
    '#04101f',
    'opacity="0.5"',
  )
  vignette(p, 0.5, 0.5, '#01060f', 0.5)
}
