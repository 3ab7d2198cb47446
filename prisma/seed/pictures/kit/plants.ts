import { blob, darker, lerp, lighter, n, type Point, poly, radians, smooth, times } from './core'
import type { Painter } from './painter'

/** Round-crowned tree: trunk, dark crown, dabs of lit leaf on the side of the light. */
export function tree(
  p: Painter,
  x: number,
  y: number,
  h: number,
  leaf: string,
  trunk: string,
  light: -1 | 1 = -1,
): void {
  const crown = h * 0.34
  const cy = y - h * 0.66
  p.path(
    `M${n(x - h * 0.035)} ${n(y)}Q${n(x - h * 0.01)} ${n(y - h * 0.3)} ${n(x - h * 0.02)} ${n(cy)}L${n(x + h * 0.025)} ${n(cy)}Q${n(x + h * 0.02)} ${n(y - h * 0.3)} ${n(x + h * 0.045)} ${n(y)}Z`,
    trunk,
  )
  const puff = (count: number, spread: number, size: number, dx: number, dy: number) =>
    times(count, () =>
      blob(
        p.r,
        x + dx + p.r.bell(crown * spread),
        cy + dy + p.r.bell(crown * spread * 0.75),
        crown * size * p.r.range(0.7, 1.2),
        crown * size * p.r.range(0.55, 0.9),
        0.2,
      ),
    ).join('')
  p.path(puff(14, 1, 0.42, 0, 0), darker(leaf, 0.35))
  p.path(puff(11, 0.8, 0.34, crown * 0.12 * light, -crown * 0.12), leaf)
  p.path(puff(9, 0.62, 0.2, crown * 0.28 * light, -crown * 0.3), lighter(leaf, 0.22))
}

/** Feathered palm leaf as one path: a curved rib with leaflets hanging off both sides. */
export function frond(
  x: number,
  y: number,
  angle: number,
  length: number,
  droop: number,
  leaflet = 0.26,
  pairs = 20,
): string {
  const rib = (t: number): Point => [
    x + Math.cos(radians(angle)) * length * t,
    y - Math.sin(radians(angle)) * length * t + droop * length * t * t,
  ]
  let d = ''
  for (let i = 1; i <= pairs; i++) {
    const t = i / pairs
    const [bx, by] = rib(t)
    const [ax, ay] = rib(t - 0.6 / pairs)
    const reach = length * leaflet * Math.sin(Math.PI * (0.12 + 0.82 * t)) ** 0.7
    const heading = Math.atan2(by - ay, bx - ax)
    for (const side of [-1, 1]) {
      const out = heading + side * 0.75
      const tip: Point = [bx + Math.cos(out) * reach, by + Math.sin(out) * reach + reach * 0.35]
      d += poly([[ax, ay], tip, [bx, by]])
    }
  }
  const spine = times(9, (i) => rib(i / 8))
  const back = [...spine].reverse().map(([px, py], i): Point => [px, py + (i / 8) * length * 0.02])
  return d + poly([...spine, ...back])
}

export type PalmKind = 'coconut' | 'date' | 'tal' | 'areca'

/** A palm with its foot at (x, y). `bend` shifts the head sideways; `wind` blows the leaves. */
export function palm(
  p: Painter,
  kind: PalmKind,
  x: number,
  y: number,
  h: number,
  leaf: string,
  trunk: string,
  bend = 0,
  wind = 0,
): void {
  const head: Point = [x + bend * h, y - h]
  const thick = h * { coconut: 0.026, date: 0.05, tal: 0.046, areca: 0.015 }[kind]
  const mid = (t: number): Point => [x + bend * h * t * t, y - h * t]
  const edge = (side: number) =>
    times(9, (i): Point => {
      const t = i / 8
      const [mx, my] = mid(t)
      return [mx + side * thick * lerp(1, 0.62, t) * (t === 0 ? 1.35 : 1), my]
    })
  const body = smooth([...edge(-1), ...edge(1).reverse()], true)
  p.path(body, trunk)
  p.clip(body, () => {
    p.path(
      smooth([...edge(0.1), ...edge(1.2).reverse()], true),
      darker(trunk, 0.4),
      'opacity="0.7"',
    )
    const rings = times(h / 16, (i) => {
      const [mx, my] = mid((i * 16) / h)
      return `M${n(mx - thick * 1.4)} ${n(my)}q${n(thick)} ${n(thick * 0.5)} ${n(thick * 2.8)} 0`
    }).join('')
    p.stroke(rings, darker(trunk, 0.35), Math.max(1, thick * 0.1), 'opacity="0.6"')
  })
  if (kind === 'tal') {
    fan(p, head, h * 0.23, leaf)
    return
  }
  const long = h * { coconut: 0.44, date: 0.36, areca: 0.26, tal: 0 }[kind]
  const count = kind === 'date' ? 22 : kind === 'areca' ? 9 : 13
  const layers = [darker(leaf, 0.35), leaf, lighter(leaf, 0.2)]
  layers.forEach((color, layer) => {
    const d = times(count / 3 + 1, (i) => {
      const spread = kind === 'date' ? 260 : 215
      const angle = 90 + spread * ((i + layer / 3 + 0.2) / (count / 3 + 0.6) - 0.5) + p.r.bell(12)
      const blown = wind ? lerp(angle, wind > 0 ? -4 : 184, Math.min(0.82, Math.abs(wind))) : angle
      return frond(
        ...head,
        blown + p.r.bell(wind ? 16 : 4),
        long * p.r.range(0.8, 1.1),
        kind === 'date' ? 0.25 : p.r.range(0.4, 0.72),
        kind === 'date' ? 0.16 : 0.24,
      )
    }).join('')
    p.path(d, color)
  })
  if (kind === 'coconut')
    times(4, (i) =>
      p.circle(
        head[0] + (i - 1.5) * thick,
        head[1] + thick * (1 + (i % 2) * 0.6),
        thick * 0.75,
        darker(leaf, 0.5),
      ),
    )
}

/** Palmyra head: a ball of pleated fan leaves. */
function fan(p: Painter, [hx, hy]: Point, size: number, leaf: string): void {
  const blades = (count: number, reach: number, color: string, from: number, to: number) =>
    times(count, (i) => {
      const angle = lerp(from, to, (i + 0.5) / count) + p.r.bell(8)
      const cx = hx + Math.cos(radians(angle)) * size * 0.5 * reach
      const cy = hy - Math.sin(radians(angle)) * size * 0.5 * reach
      const teeth = times(15, (k): Point => {
        const a = radians(angle + lerp(-78, 78, k / 14))
        const long = size * 0.62 * reach * (k % 2 ? 1 : 0.74) * (1 - Math.abs(k - 7) * 0.03)
        return [cx + Math.cos(a) * long, cy - Math.sin(a) * long]
      })
      p.path(poly([[hx, hy], [cx - 2, cy + 2], ...teeth]), i % 2 ? color : darker(color, 0.14))
    })
  blades(9, 1.08, darker(leaf, 0.42), -60, 240)
  blades(8, 0.98, leaf, -40, 220)
  blades(5, 0.72, lighter(leaf, 0.18), 20, 170)
}

/** Broad torn leaves of a banana clump. */
export function banana(p: Painter, x: number, y: number, h: number, leaf: string): void {
  p.path(
    poly([
      [x - h * 0.05, y],
      [x - h * 0.025, y - h * 0.55],
      [x + h * 0.025, y - h * 0.55],
      [x + h * 0.05, y],
    ]),
    darker(lighter(leaf, 0.25), 0.15),
  )
  times(9, (i) => {
    const angle = lerp(12, 168, (i * 0.62) % 1)
    const long = h * p.r.range(0.5, 0.72)
    const rib = times(8, (k): Point => {
      const t = k / 7
      return [
        x + Math.cos(radians(angle)) * long * t * 0.9,
        y - h * 0.5 - Math.sin(radians(angle)) * long * t + long * 0.5 * t * t,
      ]
    })
    const wide = h * 0.085
    const side = (sign: number) =>
      rib.map(([px, py], k): Point => {
        const swell = Math.sin((k / 7) * Math.PI * 0.94 + 0.12) * wide
        return [px + sign * swell * Math.sin(radians(angle)), py + sign * swell * 0.9]
      })
    p.path(smooth([...rib, ...side(-1).reverse()], true), lighter(leaf, 0.14 + (i % 3) * 0.06))
    p.path(smooth([...rib, ...side(1).reverse()], true), darker(leaf, 0.1 + (i % 3) * 0.08))
  })
}
