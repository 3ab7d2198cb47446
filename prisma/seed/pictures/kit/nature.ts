import { blob, lerp, mix, n, type Point, poly, type Random, smooth, times } from './core'
import type { Painter, Stop } from './painter'

/** Sky from top to horizon, with broad dry-brushed bands so that it does not look airbrushed. */
export function sky(p: Painter, horizon: number, stops: readonly Stop[], band?: string): void {
  p.rect(0, 0, p.w, horizon + 4, p.linear(stops))
  if (!band) return
  const d = `M0 0H${p.w}V${n(horizon)}H0Z`
  p.dry(d, band, {
    from: [0, 0.9],
    to: [0, 0.1],
    fx: 0.0022,
    fy: 0.012,
    opacity: 0.2,
    strength: 0.6,
  })
}

export function sun(p: Painter, x: number, y: number, r: number, disc: string, halo: string): void {
  p.glow(x, y, r * 7, halo, 0.75)
  p.circle(x, y, r, disc)
}

/** Ridge line across the picture: a sum of waves with random phase. */
export function ridge(
  r: Random,
  w: number,
  y: number,
  amp: number,
  wave: number,
  rough = 0.35,
): Point[] {
  const phases = times(4, () => r.range(0, 6.28))
  return times(61, (i): Point => {
    const x = -30 + ((w + 60) * i) / 60
    const t = (x / wave) * 6.28
    const sum = phases.reduce(
      (acc, phase, k) => acc + Math.sin(t * 1.9 ** k + phase) * rough ** k,
      0,
    )
    return [x, y + sum * amp]
  })
}

/** Ridge closed down to `bottom`, filled. Returns the path for shading. */
export function land(p: Painter, line: readonly Point[], bottom: number, fill: string): string {
  const first = line[0]?.[0] ?? 0
  const last = line.at(-1)?.[0] ?? p.w
  const d = `${smooth(line)}L${n(last)} ${n(bottom)}L${n(first)} ${n(bottom)}Z`
  p.path(d, fill)
  return d
}

/** Band of far trees: overlapping crowns on a line, in one flat colour. */
export function treeline(p: Painter, y: number, height: number, color: string, step = 34): void {
  let d = ''
  for (let x = -40; x < p.w + 60; x += step * p.r.range(0.4, 0.9)) {
    const size = height * p.r.range(0.5, 1) * (0.75 + 0.25 * Math.sin(x / 170 + height))
    const crown = Math.min(step, size * 0.5)
    d += blob(p.r, x, y - size + crown * 0.8, crown * p.r.range(0.7, 1.1), crown * 0.8, 0.22)
    d += blob(p.r, x + p.r.bell(step), y - size * 0.55, crown * 1.2, size * 0.4, 0.25)
    d += `M${n(x - step)} ${n(y - size * 0.45)}h${n(step * 2)}v${n(size * 0.47)}h${n(-step * 2)}Z`
  }
  p.path(d, color)
}

/** Heaped cloud: base, lit tops, soft shadow under. */
export function cloud(
  p: Painter,
  x: number,
  y: number,
  w: number,
  light: string,
  shade: string,
): void {
  const puffs = times(9, (i) => {
    const t = (i + 0.5) / 9
    const lift = Math.sin(t * Math.PI)
    return {
      x: x - w / 2 + t * w,
      r: w * (0.07 + 0.12 * lift) * p.r.range(0.75, 1.2),
      lift: lift * w * p.r.range(0.05, 0.17),
    }
  })
  const heap = (grow: number, up: number) =>
    puffs.map((f) => blob(p.r, f.x, y - f.lift - up, f.r * grow, f.r * 0.8 * grow, 0.1)).join('')
  const floor = y + w * 0.045
  p.clip(`M${n(x - w)} ${n(y - w)}H${n(x + w)}V${n(floor)}H${n(x - w)}Z`, () => {
    p.path(heap(1, 0), shade)
    p.path(heap(0.86, w * 0.035), light)
  })
}

/** Lens-shaped glints on water, longer and sparser towards the viewer. */
export function ripples(
  p: Painter,
  y0: number,
  y1: number,
  color: string,
  count: number,
  opacity = 0.5,
  span: readonly [number, number] = [0, p.w],
): void {
  const d = times(count, () => {
    const t = p.r.next() ** 1.6
    const y = lerp(y0, y1, t)
    const half = lerp(8, 95, t) * p.r.range(0.4, 1.3)
    const thick = lerp(1.2, 6, t) * p.r.range(0.5, 1)
    const x = p.r.range(span[0], span[1])
    return `M${n(x - half)} ${n(y)}Q${n(x)} ${n(y - thick)} ${n(x + half)} ${n(y)}Q${n(x)} ${n(y + thick)} ${n(x - half)} ${n(y)}Z`
  }).join('')
  p.path(d, color, `opacity="${opacity}"`)
}

/** Draws the scene upside down below `y`, rippled and dimmed. */
export function reflection(
  p: Painter,
  y: number,
  draw: () => void,
  opacity = 0.5,
  ripple = 26,
): void {
  p.group(`opacity="${opacity}" ${p.warp(0.003, 0.05, ripple)}`, () =>
    p.group(`transform="translate(0 ${n(2 * y)}) scale(1 -1)"`, draw),
  )
}

/** Broken column of light under a low sun or lamp. */
export function lightPath(
  p: Painter,
  x: number,
  y0: number,
  y1: number,
  width: number,
  color: string,
  opacity = 0.8,
): void {
  const rows = 26
  const d = times(rows, (i) => {
    const t = (i / rows) ** 1.5
    const y = lerp(y0, y1, t)
    const half = width * lerp(0.5, 1, t) * p.r.range(0.35, 1)
    const cx = x + p.r.bell(width * 0.35)
    const thick = lerp(2, 9, t)
    return `M${n(cx - half)} ${n(y)}Q${n(cx)} ${n(y - thick)} ${n(cx + half)} ${n(y)}Q${n(cx)} ${n(y + thick)} ${n(cx - half)} ${n(y)}Z`
  }).join('')
  p.path(d, color, `opacity="${opacity}"`)
}

/** Soft horizontal mist bank. */
export function mist(p: Painter, y: number, height: number, color: string, opacity = 0.7): void {
  const fill = p.linear([
    [0, color, 0],
    [0.5, color, opacity],
    [1, color, 0],
  ])
  p.rect(0, y - height / 2, p.w, height, fill)
}

export function birds(
  p: Painter,
  x: number,
  y: number,
  count: number,
  size: number,
  color: string,
) {
  times(count, () => {
    const s = size * p.r.range(0.5, 1.1)
    const bx = x + p.r.bell(size * 12)
    const by = y + p.r.bell(size * 5)
    p.path(
      `M${n(bx - s)} ${n(by - s * 0.35)}Q${n(bx - s * 0.45)} ${n(by - s * 0.5)} ${n(bx)} ${n(by)}Q${n(bx + s * 0.5)} ${n(by - s * 0.55)} ${n(bx + s)} ${n(by - s * 0.2)}Q${n(bx + s * 0.45)} ${n(by - s * 0.25)} ${n(bx)} ${n(by + s * 0.16)}Q${n(bx - s * 0.45)} ${n(by - s * 0.2)} ${n(bx - s)} ${n(by - s * 0.35)}Z`,
      color,
    )
  })
}

/** Upright blades with their feet on a line. */
export function grass(
  p: Painter,
  x0: number,
  x1: number,
  y: number,
  height: number,
  colors: readonly string[],
  count: number,
  lean = 0,
): void {
  for (const color of colors) {
    const d = times(count / colors.length, () => {
      const x = p.r.range(x0, x1)
      const top = height * p.r.range(0.5, 1)
      const bend = (p.r.bell(0.4) + lean) * top
      const wide = height * 0.035
      const foot = y + p.r.range(0, height * 0.2)
      return `M${n(x - wide)} ${n(foot)}Q${n(x)} ${n(foot - top * 0.6)} ${n(x + bend)} ${n(foot - top)}Q${n(x + wide)} ${n(foot - top * 0.5)} ${n(x + wide)} ${n(foot)}Z`
    }).join('')
    p.path(d, color)
  }
}

export function rain(p: Painter, color: string, count: number, slant: number, opacity = 0.3): void {
  const d = times(count, () => {
    const x = p.r.range(-200, p.w + 200)
    const y = p.r.range(-100, p.h)
    const long = p.r.range(40, 130)
    return poly(
      [
        [x, y],
        [x + slant * long, y + long],
      ],
      false,
    )
  }).join('')
  p.stroke(d, color, 2.2, `opacity="${opacity}"`)
}

/** Darkened corners and a tinted light, to pull the eye to the subject. */
export function vignette(p: Painter, x: number, y: number, color: string, opacity = 0.4): void {
  const fill = p.radial(
    [
      [0.45, color, 0],
      [1, color, opacity],
    ],
    x,
    y,
    0.85,
  )
  p.rect(-20, -20, p.w + 40, p.h + 40, fill)
}

export const tint = (list: readonly string[], toward: string, t: number): string[] =>
  list.map((color) => mix(color, toward, t))
