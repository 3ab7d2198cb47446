import { n, type Point, poly, Random } from './core'

export type Stop = readonly [offset: number, color: string, opacity?: number]

/** Pictures are rendered this much larger and trimmed, as the brush wobble frays the outer edge. */
const bleed = 1.02

/** Collects the SVG of one picture: shapes in order, gradients and filters as they are asked for. */
export class Painter {
  readonly r: Random
  private shapes: string[] = []
  private defs = new Map<string, string>()

  constructor(
    readonly w: number,
    readonly h: number,
    seed: string,
  ) {
    this.r = new Random(seed)
  }

  private define(markup: (id: string) => string): string {
    const key = markup('')
    const id = this.defs.has(key) ? '' : `d${this.defs.size}`
    if (id) this.defs.set(key, markup(id))
    const known = /id="(d\d+)"/.exec(this.defs.get(key) ?? '')
    return `url(#${known?.[1] ?? id})`
  }

  add(markup: string): void {
    this.shapes.push(markup)
  }

  path(d: string, fill: string, extra = ''): void {
    this.add(`<path d="${d}" fill="${fill}" ${extra}/>`)
  }

  poly(points: readonly Point[], fill: string, extra = ''): void {
    this.path(poly(points), fill, extra)
  }

  rect(x: number, y: number, w: number, h: number, fill: string, extra = ''): void {
    this.add(
      `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${extra}/>`,
    )
  }

  circle(x: number, y: number, r: number, fill: string, extra = ''): void {
    this.add(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${extra}/>`)
  }

  ellipse(x: number, y: number, rx: number, ry: number, fill: string, extra = ''): void {
    this.add(
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${extra}/>`,
    )
  }

  /** Open stroke along a path. */
  stroke(d: string, color: string, width: number, extra = ''): void {
    this.add(
      `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`,
    )
  }

  line(x1: number, y1: number, x2: number, y2: number, color: string, width: number, extra = '') {
    this.stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, color, width, extra)
  }

  group(attributes: string, draw: () => void): void {
    this.add(`<g ${attributes}>`)
    draw()
    this.add('</g>')
  }

  clip(d: string, draw: () => void): void {
    const url = this.define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)
    this.group(`clip-path="${url}"`, draw)
  }

  /** Linear gradient; the vector is in fractions of the filled shape. */
  linear(stops: readonly Stop[], x1 = 0, y1 = 0, x2 = 0, y2 = 1): string {
    return this.define(
      (id) =>
        `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopMarkup(stops)}</linearGradient>`,
    )
  }

  radial(stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
    return this.define(
      (id) =>
        `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopMarkup(stops)}</radialGradient>`,
    )
  }

  blur(x: number, y = x): string {
    return `filter="${this.define((id) => `<filter id="${id}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${x} ${y}"/></filter>`)}"`
  }

  /** Pushes edges about by noise; a low first frequency with a high second one makes rippled water. */
  warp(fx: number, fy: number, scale: number, seed = 3): string {
    return `filter="${this.define(
      (id) =>
        `<filter id="${id}" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="${fx} ${fy}" numOctaves="2" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="${scale}" xChannelSelector="R" yChannelSelector="G"/></filter>`,
    )}"`
  }

  /** Soft light round a lamp or the sun. */
  glow(x: number, y: number, r: number, color: string, opacity = 0.6): void {
    const fill = this.radial([
      [0, color, opacity],
      [0.35, color, opacity * 0.45],
      [1, color, 0],
    ])
    this.circle(x, y, r, fill)
  }

  /**
   * Dry brush: colour laid over a shape that breaks up into bristle marks where it fades.
   * `fx`/`fy` are noise frequencies: unequal ones give strokes, equal ones a sponge.
   */
  dry(
    d: string,
    color: string,
    fade: {
      from?: Point
      to?: Point
      fx?: number
      fy?: number
      opacity?: number
      strength?: number
    } = {},
  ): void {
    const { from = [0, 1], to = [0, 0], fx = 0.012, fy = 0.11, opacity = 1, strength = 0.85 } = fade
    const seed = this.r.int(1, 90)
    const mask = this.define(
      (id) =>
        `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${fx} ${fy}" numOctaves="3" seed="${seed}"/><feComposite in="SourceAlpha" operator="arithmetic" k1="0" k2="5" k3="5" k4="-4.6" result="m"/><feFlood flood-color="${color}" flood-opacity="${opacity}"/><feComposite in2="m" operator="in"/><feComposite in2="SourceAlpha" operator="in" result="c"/><feGaussianBlur stdDeviation="0.7"/></filter>`,
    )
    const fill = this.linear(
      [
        [0, '#000000', strength],
        [1, '#000000', 0.12],
      ],
      ...from,
      ...to,
    )
    this.path(d, fill, `filter="${mask}"`)
  }

  /** Whole picture; the outer filter wobbles every edge a little, as a brush would. */
  svg(hand: number): string {
    const wobble = hand
      ? `<filter id="hand" filterUnits="userSpaceOnUse" x="0" y="0" width="${this.w}" height="${this.h}"><feTurbulence type="fractalNoise" baseFrequency="0.022" numOctaves="3" seed="7"/><feDisplacementMap in="SourceGraphic" scale="${hand}" xChannelSelector="R" yChannelSelector="G"/></filter>`
      : ''
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(this.w * bleed)}" height="${Math.round(this.h * bleed)}" viewBox="0 0 ${this.w} ${this.h}"><defs>${[...this.defs.values()].join('')}${wobble}</defs><g ${hand ? 'filter="url(#hand)"' : ''}>${this.shapes.join('')}</g></svg>`
  }
}

function stopMarkup(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${color}" stop-opacity="${Math.round(opacity * 1000) / 1000}"/>`,
    )
    .join('')
}
