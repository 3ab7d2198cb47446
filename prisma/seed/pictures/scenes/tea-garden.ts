import { blob, darker, lerp, lighter, mix, n, type Point, smooth, times } from '../kit/core'
import { land, ridge, sky, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure } from '../kit/people'
import { tree } from '../kit/plants'

function plucker(p: Painter, x: number, y: number, h: number, color: string, face: 1 | -1) {
  figure(p, {
    x,
    y,
    h,
    top: darker(color, 0.15),
    bottom: color,
    dress: 'saree',
    head: 'scarf',
    headColor: lighter(color, 0.15),
    face,
    lean: 16,
    arms: [
      [45, 80],
      [30, 70],
    ],
  })
  const bx = x - face * h * 0.17
  const by = y - h * 0.72
  p.path(
    `M${n(bx - h * 0.13)} ${n(by - h * 0.1)}h${n(h * 0.26)}q${n(-h * 0.01)} ${n(h * 0.3)} ${n(-h * 0.13)} ${n(h * 0.32)}q${n(-h * 0.12)} ${n(-h * 0.02)} ${n(-h * 0.13)} ${n(-h * 0.32)}Z`,
    '#c98f4c',
  )
  p.stroke(
    times(3, (i) => `M${n(bx - h * 0.11)} ${n(by - h * 0.02 + i * h * 0.07)}h${n(h * 0.22)}`).join(
      '',
    ),
    '#8d5c2c',
    h * 0.012,
  )
  p.path(blob(p.r, bx, by - h * 0.11, h * 0.13, h * 0.06, 0.2), '#8ecb55')
}

export function teaGarden(p: Painter) {
  sky(
    p,
    420,
    [
      [0, '#a8dbe0'],
      [1, '#fdf3c8'],
    ],
    '#ffffff',
  )
  p.glow(330, 190, 520, '#fff6c9', 0.9)
  land(p, ridge(p.r, p.w, 330, 40, 1100), 700, '#a4ccae')
  land(p, ridge(p.r, p.w, 400, 34, 800), 700, '#78b08a')
  treeline(p, 470, 90, '#4f9070', 40)
  p.rect(0, 440, p.w, 800, '#1d5a38')
  const bands = 15
  times(bands, (row) => {
    const t = row / (bands - 1)
    const y = lerp(462, 1270, t ** 1.45)
    const size = lerp(20, 128, t ** 1.25)
    const sway = (x: number) =>
      y + Math.sin(x / lerp(330, 640, t) + 0.8) * lerp(18, 62, t) - (x / 1800) * lerp(10, 90, t)
    const crest: Point[] = times(46, (i) => {
      const x = -60 + i * 43
      return [x, sway(x) - size * 0.62 + Math.sin(i * 1.35 + row) * size * 0.07]
    })
    const base = mix('#8cc456', '#2f8a44', t * 0.8)
    const body = `${smooth(crest)}L1900 ${n(sway(1900) + size)}L-60 ${n(sway(-60) + size)}Z`
    p.path(body, darker(base, 0.34))
    const cap = `${smooth(crest)}${smooth([...crest].reverse().map(([x, cy], i): Point => [x, cy + size * (0.5 + 0.1 * Math.sin(i * 1.7 + row))])).replace('M', 'L')}Z`
    p.path(cap, base)
    const leaves = times(lerp(150, 110, t), () => {
      const x = p.r.range(0, 1800)
      const s = size * 0.08 * p.r.range(0.7, 1.5)
      const cy = sway(x) - size * 0.58 + p.r.range(0, size * 0.42)
      return `M${n(x - s)} ${n(cy)}Q${n(x)} ${n(cy - s * 1.6)} ${n(x + s)} ${n(cy - s * 0.4)}Q${n(x)} ${n(cy + s * 0.6)} ${n(x - s)} ${n(cy)}Z`
    }).join('')
    p.path(leaves, lighter(base, 0.32))
    if (row === 4) {
      tree(p, 1500, y + 10, 420, '#5f9f4f', '#6b5a48', -1)
      tree(p, 1120, y - 6, 300, '#6fae5a', '#6b5a48', -1)
    }
    const at8 = {
      6: [[1130, 150, '#e0a52f', 1]],
      8: [[420, 210, '#f2efe4', -1]],
      10: [
        [760, 320, '#b3201f', 1],
        [1330, 285, '#2f6a9c', -1],
      ],
    } as const
    const pickers = row === 6 ? at8[6] : row === 8 ? at8[8] : row === 10 ? at8[10] : []
    for (const [x, h, color, face] of pickers) plucker(p, x, sway(x) + size * 0.9, h, color, face)
  })
  vignette(p, 0.4, 0.5, '#0c331f', 0.4)
}
