/** Seeded chance, colour mixing and path geometry: everything a scene needs before it touches a canvas. */
export type Point = readonly [number, number]

/** Mulberry32: the same seed always draws the same picture. */
export class Random {
  private state: number

  constructor(seed: string) {
    let hash = 2166136261
    for (const char of seed) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619)
    this.state = hash >>> 0
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  range(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  int(from: number, to: number): number {
    return Math.floor(this.range(from, to + 1))
  }

  chance(odds: number): boolean {
    return this.next() < odds
  }

  pick<T>(list: readonly T[]): T {
    return at(list, Math.floor(this.next() * list.length))
  }

  /** Roughly normal around zero, within ±spread. */
  bell(spread: number): number {
    return ((this.next() + this.next() + this.next()) / 1.5 - 1) * spread
  }
}

/** List item by index, wrapping round both ends. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[((index % list.length) + list.length) % list.length]
  if (item === undefined) throw new Error('empty list')
  return item
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, index) => make(index))
}

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** One decimal is finer than a pixel's antialiasing shows. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** Blend of two #rrggbb colours. */
export function mix(a: string, b: string, t: number): string {
  const from = channels(a)
  const to = channels(b)
  const part = (index: 0 | 1 | 2) =>
    Math.round(Math.min(255, Math.max(0, lerp(from[index], to[index], t))))
      .toString(16)
      .padStart(2, '0')
  return `#${part(0)}${part(1)}${part(2)}`
}

export const lighter = (hex: string, t: number): string => mix(hex, '#fff6e4', t)
export const darker = (hex: string, t: number): string => mix(hex, '#141026', t)

/** Straight-edged path. */
export function poly(points: readonly Point[], close = true): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${close ? 'Z' : ''}`
}

/** Catmull-Rom curve through the points, as Béziers. */
export function smooth(points: readonly Point[], close = false): string {
  const last = points.length - 1
  const get = (index: number): Point =>
    close ? at(points, index) : at(points, Math.min(last, Math.max(0, index)))
  let d = `M${n(get(0)[0])} ${n(get(0)[1])}`
  for (let i = 0; i < (close ? points.length : last); i++) {
    const [a, b, c, e] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`
  }
  return close ? `${d}Z` : d
}

/** Uneven round shape: leaf heaps, stones, fruit, smoke. */
export function blob(r: Random, x: number, y: number, rx: number, ry: number, wobble = 0.15) {
  const count = 9
  const start = r.range(0, 6)
  return smooth(
    times(count, (i): Point => {
      const angle = start + (i / count) * Math.PI * 2
      const reach = 1 + r.bell(wobble)
      return [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach]
    }),
    true,
  )
}

export const rectPath = (x: number, y: number, w: number, h: number): string =>
  `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`

/** Point on the straight line a→b. */
export const along = (a: Point, b: Point, t: number): Point => [
  lerp(a[0], b[0], t),
  lerp(a[1], b[1], t),
]
