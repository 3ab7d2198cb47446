import { at, blob, darker, lighter, n, type Point, poly, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'

/** Currency bundle in isometric view: a stack with a paper band, no lettering. */
function bundle(p: Painter, x: number, y: number, s: number, h: number, color: string) {
  const at2 = (u: number, v: number, z = 0): Point => [
    x + (u * 0.86 - v * 0.62) * s,
    y + (u * 0.36 + v * 0.4) * s - z,
  ]
  const [a, b, c, d] = [at2(0, 0, h), at2(2.1, 0, h), at2(2.1, 1, h), at2(0, 1, h)]
  const low = (q: Point): Point => [q[0], q[1] + h]
  p.poly(
    [
      low(d),
      low(c),
      low(b),
      [b[0] + 50, b[1] + h + 26],
      [c[0] + 30, c[1] + h + 40],
      [d[0], d[1] + h + 26],
    ],
    '#180f1e',
    `opacity="0.4" ${p.blur(8)}`,
  )
  p.poly([d, c, low(c), low(d)], lighter(color, 0.45))
  p.poly([c, b, low(b), low(c)], darker(lighter(color, 0.3), 0.28))
  p.stroke(
    times(
      h / 15,
      (i) =>
        `M${n(d[0])} ${n(d[1] + 9 + i * 15)}L${n(c[0])} ${n(c[1] + 9 + i * 15)}L${n(b[0])} ${n(b[1] + 9 + i * 15)}`,
    ).join(''),
    darker(color, 0.15),
    3,
    'opacity="0.4"',
  )
  p.poly([a, b, c, d], color)
  const quad = (u0: number, v0: number, u1: number, v1: number) => [
    at2(u0, v0, h),
    at2(u1, v0, h),
    at2(u1, v1, h),
    at2(u0, v1, h),
  ]
  p.path(
    poly(quad(0.07, 0.08, 2.03, 0.92)),
    'none',
    `stroke="${lighter(color, 0.55)}" stroke-width="${n(s * 0.014)}"`,
  )
  const ring = (u: number, v: number, r: number, squash = 1) =>
    poly(
      times(22, (i) => at2(u + Math.cos(i * 0.2856) * r, v + Math.sin(i * 0.2856) * r * squash, h)),
    )
  p.path(ring(0.48, 0.5, 0.3), lighter(color, 0.35))
  times(3, (i) =>
    p.path(ring(0.48, 0.5, 0.25 - i * 0.07), i % 2 ? lighter(color, 0.4) : darker(color, 0.15)),
  )
  p.path(ring(1.66, 0.5, 0.27, 1.15), lighter(color, 0.5))
  p.path(
    times(6, (i) =>
      ring(1.66 + Math.cos(i * 1.05) * 0.13, 0.5 + Math.sin(i * 1.05) * 0.15, 0.085),
    ).join(''),
    darker(color, 0.3),
  )
  p.path(
    times(6, (i) =>
      ring(0.14 + (i % 2) * 1.8 + (i % 2 ? 0.02 : 0), 0.2 + Math.floor(i / 2) * 0.3, 0.035),
    ).join(''),
    lighter(color, 0.6),
  )
  p.poly(quad(0.93, 0, 1.22, 1), '#f7efdc')
  const [e, f] = [at2(0.93, 1, h), at2(1.22, 1, h)]
  p.poly([e, f, low(f), low(e)], '#d9cdb4')
  p.poly(quad(1.04, 0, 1.11, 1), '#b3201f')
  p.poly([at2(1.04, 1, h), at2(1.11, 1, h), low(at2(1.11, 1, h)), low(at2(1.04, 1, h))], '#8a1818')
}

export function bankNotes(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear(
      [
        [0, '#f0b45a'],
        [0.5, '#e0843f'],
        [1, '#a8452f'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  p.glow(480, 160, 900, '#fff0bd', 0.8)
  p.dry('M0 0H1800V1200H0Z', '#8a3428', {
    from: [1, 1],
    to: [0, 0],
    fx: 0.003,
    fy: 0.03,
    opacity: 0.35,
    strength: 0.66,
  })
  const inks = ['#3a8a72', '#2f6a94', '#8a5a9a', '#b8504a', '#4f8a4a', '#c78a3a'] as const
  const pile = (x: number, y: number, s: number, high: number, start: number) =>
    times(high, (k) =>
      bundle(p, x + p.r.bell(14), y - k * s * 0.34, s, s * 0.32, at(inks, start + k)),
    )
  pile(520, 190, 230, 1, 3)
  pile(1060, 250, 250, 4, 0)
  pile(390, 430, 260, 3, 1)
  pile(880, 570, 280, 5, 4)
  pile(1390, 620, 270, 2, 2)
  pile(400, 800, 290, 2, 5)
  pile(1010, 900, 300, 1, 0)
  for (const [x, y, turn, c] of [
    [250, 1080, -24, '#3a8a72'],
    [1560, 1080, 18, '#8a5a9a'],
  ] as const)
    p.group(`transform="translate(${x} ${y}) rotate(${turn})"`, () => {
      p.rect(-210, -86, 430, 190, '#180f1e', `opacity="0.35" ${p.blur(8)}`)
      p.rect(-220, -100, 440, 190, c)
      p.rect(-204, -84, 408, 158, 'none', `stroke="${lighter(c, 0.55)}" stroke-width="4"`)
      times(4, (i) => p.circle(-110, -4, 62 - i * 15, i % 2 ? darker(c, 0.15) : lighter(c, 0.4)))
      p.ellipse(110, -4, 56, 66, lighter(c, 0.5))
      p.path(
        times(6, (i) =>
          blob(p.r, 110 + Math.cos(i * 1.05) * 24, -4 + Math.sin(i * 1.05) * 28, 17, 19, 0.08),
        ).join(''),
        darker(c, 0.3),
      )
      p.circle(110, -4, 11, lighter(c, 0.5))
    })
  vignette(p, 0.5, 0.45, '#3a0c18', 0.45)
}
