import { at, blob, n, type Point, smooth, times } from '../kit/core'
import type { Painter } from '../kit/painter'

export const shade = (p: Painter, x: number, y: number, rx: number, ry = rx) =>
  p.ellipse(
    x + rx * 0.18,
    y + ry * 0.24,
    rx * 1.04,
    ry * 1.02,
    '#2a1410',
    `opacity="0.38" ${p.blur(7)}`,
  )

/** Embroidered quilt: rows of running stitch round the plate, with a flowered border. */
export function quilt(p: Painter) {
  p.rect(0, 0, p.w, p.h, '#8e1a1c')
  p.dry(`M0 0H${p.w}V${p.h}H0Z`, '#5a0f18', {
    from: [1, 1],
    to: [0, 0],
    fx: 0.01,
    fy: 0.04,
    opacity: 0.6,
    strength: 0.68,
  })
  times(9, (i) =>
    p.circle(
      700,
      700,
      560 + i * 46,
      'none',
      `stroke="${at(['#f0dfba', '#e0a52f', '#7fb8b0'], i)}" stroke-width="5" stroke-dasharray="20 15" stroke-linecap="round"`,
    ),
  )
  const flower = (x: number, y: number, s: number, c: string) => {
    p.path(
      times(8, (i) =>
        blob(
          p.r,
          x + Math.cos(i * 0.785) * s,
          y + Math.sin(i * 0.785) * s,
          s * 0.42,
          s * 0.42,
          0.1,
        ),
      ).join(''),
      c,
    )
    p.circle(x, y, s * 0.6, '#f6d16a')
    p.circle(x, y, s * 0.28, '#8e1a1c')
  }
  for (const [x, y] of [
    [110, 110],
    [1290, 110],
    [110, 1290],
    [1290, 1290],
  ] as const)
    flower(x, y, 58, '#f0dfba')
}

export function crescent(p: Painter, x: number, y: number, s: number, turn: number) {
  p.group(`transform="translate(${n(x)} ${n(y)}) rotate(${turn})"`, () => {
    shade(p, 0, 6, s, s * 0.5)
    p.path(
      `M${n(-s)} ${n(s * 0.2)}Q0 ${n(-s * 1.1)} ${n(s)} ${n(s * 0.2)}Q0 ${n(s * 0.62)} ${n(-s)} ${n(s * 0.2)}Z`,
      '#c98238',
    )
    p.path(
      `M${n(-s * 0.84)} ${n(s * 0.12)}Q0 ${n(-s * 0.9)} ${n(s * 0.84)} ${n(s * 0.12)}Q0 ${n(s * 0.4)} ${n(-s * 0.84)} ${n(s * 0.12)}Z`,
      '#e8ab58',
    )
    p.path(
      `M${n(-s * 0.5)} ${n(-s * 0.12)}Q0 ${n(-s * 0.66)} ${n(s * 0.4)} ${n(-s * 0.2)}Q0 ${n(-s * 0.36)} ${n(-s * 0.5)} ${n(-s * 0.12)}Z`,
      '#f8d08a',
    )
    p.stroke(
      times(11, (i) => {
        const t = i / 10
        const px = -s * 0.92 + t * s * 1.84
        return `M${n(px)} ${n(s * 0.2 + Math.sin(t * 3.14) * s * 0.2)}l${n(s * 0.04)} ${n(-s * 0.12)}`
      }).join(''),
      '#8a4f20',
      s * 0.04,
    )
  })
}

export function roll(p: Painter, x: number, y: number, s: number, turn: number) {
  p.group(`transform="translate(${n(x)} ${n(y)}) rotate(${turn})"`, () => {
    p.rect(
      -s + 10,
      -s * 0.24 + 16,
      s * 2,
      s * 0.6,
      '#2a1410',
      `rx="${n(s * 0.28)}" opacity="0.38" ${p.blur(6)}`,
    )
    p.rect(-s, -s * 0.3, s * 2, s * 0.6, '#e9c58a', `rx="${n(s * 0.2)}"`)
    p.rect(-s, s * 0.06, s * 2, s * 0.24, '#b9803f', `rx="${n(s * 0.12)}" opacity="0.75"`)
    p.rect(-s * 0.9, -s * 0.24, s * 1.8, s * 0.12, '#fbe6ba', `rx="${n(s * 0.06)}"`)
    p.path(
      times(9, () => blob(p.r, p.r.bell(s * 0.85), p.r.bell(s * 0.2), s * 0.1, s * 0.05, 0.3)).join(
        '',
      ),
      '#a8692c',
      'opacity="0.6"',
    )
    for (const side of [-1, 1]) {
      p.ellipse(side * s, 0, s * 0.1, s * 0.26, '#5a3018')
      p.ellipse(side * s, 0, s * 0.06, s * 0.15, '#fff3dc')
    }
  })
}

export function bhapa(p: Painter, x: number, y: number, s: number) {
  shade(p, x, y, s)
  p.path(blob(p.r, x, y, s, s, 0.03), '#e6dccb')
  p.path(blob(p.r, x - s * 0.05, y - s * 0.06, s * 0.88, s * 0.86, 0.04), '#fffaf0')
  p.path(blob(p.r, x, y, s * 0.44, s * 0.42, 0.15), '#9a5a28')
  p.path(blob(p.r, x - s * 0.06, y - s * 0.06, s * 0.26, s * 0.24, 0.2), '#c07c3a')
  p.stroke(
    times(26, () => {
      const a = p.r.range(0, 6.28)
      const d = p.r.range(0.1, 0.8) * s
      return `M${n(x + Math.cos(a) * d)} ${n(y + Math.sin(a) * d)}l${n(p.r.bell(14))} ${n(p.r.bell(10))}`
    }).join(''),
    '#ffffff',
    5,
  )
}

export function chitoi(p: Painter, x: number, y: number, s: number) {
  shade(p, x, y, s)
  p.path(blob(p.r, x, y, s, s * 0.98, 0.03), '#d9a45f')
  p.path(blob(p.r, x, y, s * 0.86, s * 0.84, 0.04), '#f6e6c4')
  p.path(
    times(24, () => {
      const a = p.r.range(0, 6.28)
      const d = Math.sqrt(p.r.next()) * s * 0.74
      const q = p.r.range(4, 10)
      return blob(p.r, x + Math.cos(a) * d, y + Math.sin(a) * d, q, q * 0.8, 0.1)
    }).join(''),
    '#cfa469',
  )
}

/** Carved, fried and syrup-glazed flower cake. */
export function nakshi(p: Painter, x: number, y: number, s: number, petals: number) {
  shade(p, x, y, s)
  const outline = times(petals * 8, (i): Point => {
    const a = (i / (petals * 8)) * Math.PI * 2
    const r = s * (0.84 + 0.16 * Math.abs(Math.cos((a * petals) / 2)))
    return [x + Math.cos(a) * r, y + Math.sin(a) * r]
  })
  p.path(smooth(outline, true), '#7f3f17')
  p.path(
    smooth(
      outline.map(([px, py]): Point => [px - 5, py - 6]),
      true,
    ),
    '#c6752b',
  )
  times(petals, (i) => {
    const a = (i / petals) * 360
    p.group(`transform="translate(${n(x - 5)} ${n(y - 6)}) rotate(${n(a)})"`, () => {
      p.path(
        `M${n(s * 0.3)} 0Q${n(s * 0.58)} ${n(-s * 0.24)} ${n(s * 0.84)} 0Q${n(s * 0.58)} ${n(s * 0.24)} ${n(s * 0.3)} 0Z`,
        '#f0b458',
      )
      p.line(s * 0.38, 0, s * 0.76, 0, '#8a4a1c', s * 0.035)
    })
  })
  p.circle(x - 5, y - 6, s * 0.25, '#8a4a1c')
  p.circle(x - 5, y - 6, s * 0.18, '#f6c878')
}
