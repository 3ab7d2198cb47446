import { darker, lighter, n, rectPath, times } from './core'
import type { Painter } from './painter'

export type Tower = {
  x: number
  /** Ground line. */
  y: number
  w: number
  h: number
  wall: string
  pane: string
  lit?: string
  /** Share of windows lit. */
  odds?: number
  cols?: number
  floor?: number
  light?: -1 | 1
}

/** Flat-fronted block with a shaded side, ribbon or grid windows, and something on the roof. */
export function tower(p: Painter, t: Tower): void {
  const { x, y, w, h, wall, pane, lit, odds = 0, floor = 34, light = -1 } = t
  const cols = t.cols ?? Math.max(2, Math.round(w / 34))
  const top = y - h
  p.rect(x, top, w, h, wall)
  const side = w * 0.2
  p.rect(light < 0 ? x + w - side : x, top, side, h, darker(wall, 0.22))
  const cell = w / cols
  const dark: string[] = []
  const bright: string[] = []
  for (let row = 0; row < Math.floor((h - floor * 0.6) / floor); row++)
    for (let col = 0; col < cols; col++) {
      const box = rectPath(
        x + col * cell + cell * 0.2,
        top + floor * 0.5 + row * floor,
        cell * 0.6,
        floor * 0.5,
      )
      if (lit && p.r.chance(odds)) bright.push(box)
      else dark.push(box)
    }
  p.path(dark.join(''), pane)
  if (lit && bright.length) p.path(bright.join(''), lit)
  roof(p, x, top, w, wall)
}

function roof(p: Painter, x: number, y: number, w: number, wall: string): void {
  const tone = darker(wall, 0.18)
  p.rect(x - 3, y - 5, w + 6, 7, lighter(wall, 0.15))
  if (p.r.chance(0.6)) p.rect(x + w * p.r.range(0.1, 0.5), y - 30, w * 0.28, 27, tone)
  if (p.r.chance(0.5)) {
    const tank = x + w * p.r.range(0.55, 0.8)
    p.rect(tank, y - 26, 22, 21, darker(wall, 0.45), 'rx="5"')
  }
  if (p.r.chance(0.35)) p.line(x + w * 0.5, y, x + w * 0.5, y - p.r.range(40, 80), tone, 3)
}

/** Row of blocks filling a width. */
export function blocks(
  p: Painter,
  y: number,
  widths: readonly [number, number],
  heights: readonly [number, number],
  walls: readonly string[],
  pane: string,
  more: Partial<Tower> = {},
  span: readonly [number, number] = [-40, p.w + 40],
): void {
  for (let x = span[0]; x < span[1]; ) {
    const w = p.r.range(...widths)
    tower(p, { x, y, w, h: p.r.range(...heights), wall: p.r.pick(walls), pane, ...more })
    x += w + p.r.range(-6, 14)
  }
}

/** Sagging wires between two heights. */
export function wires(p: Painter, y0: number, y1: number, color: string, count: number): void {
  times(count, (i) => {
    const lift = i * 14
    p.stroke(
      `M-10 ${n(y0 - lift)}Q${n(p.w * p.r.range(0.4, 0.6))} ${n((y0 + y1) / 2 + p.r.range(50, 110) - lift)} ${p.w + 10} ${n(y1 - lift)}`,
      color,
      2.4,
    )
  })
}
