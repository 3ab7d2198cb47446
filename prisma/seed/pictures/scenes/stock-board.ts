import { mix, poly, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, standing } from '../kit/people'

export function stockBoard(p: Painter) {
  p.rect(
    0,
    0,
    p.w,
    p.h,
    p.linear([
      [0, '#0a1622'],
      [1, '#12293a'],
    ]),
  )
  p.rect(70, 70, 1660, 800, '#0d2231', 'rx="14"')
  p.rect(
    70,
    70,
    1660,
    800,
    p.radial(
      [
        [0, '#1d5566', 0.7],
        [1, '#0d2231', 0],
      ],
      0.5,
      0.4,
      0.7,
    ),
  )
  p.stroke(
    `${times(7, (i) => `M110 ${150 + i * 105}H1690`).join('')}${times(13, (i) => `M${150 + i * 125} 110V840`).join('')}`,
    '#3a7080',
    2,
    'opacity="0.5"',
  )
  let value = 620
  const steps = times(37, (i) => {
    const drift = i < 11 ? -13 : i < 19 ? 21 : -17
    value = Math.min(720, Math.max(190, value + drift + p.r.bell(52)))
    return [140 + i * 42.5, value] as const
  })
  p.path(
    `${poly(steps, false)}V840H140Z`,
    p.linear([
      [0, '#e9b45a', 0.45],
      [1, '#e9b45a', 0],
    ]),
  )
  steps.forEach(([x, y], i) => {
    const before = steps[i - 1]?.[1] ?? y + 20
    const up = y < before
    const color = up ? '#3fc28a' : '#e0443a'
    const [a, b] = [Math.min(y, before) + 60, Math.max(y, before) + 60]
    p.line(x, a - 24, x, b + 22, color, 4)
    p.rect(x - 11, a, 22, Math.max(10, b - a), color, 'rx="2"')
    const bar = p.r.range(16, 70)
    p.rect(x - 13, 840 - bar, 26, bar, mix(color, '#0d2231', 0.45))
  })
  p.stroke(poly(steps, false), '#ffcf6f', 22, `opacity="0.35" ${p.blur(9)}`)
  p.stroke(poly(steps, false), '#ffd98a', 9)
  const [ex, ey] = steps.at(-1) ?? [0, 0]
  p.glow(ex, ey, 120, '#fff0c0', 0.9)
  p.circle(ex, ey, 17, '#fffbe8')
  times(14, (i) =>
    p.poly(
      i % 3
        ? [
            [120 + i * 116, 106],
            [136 + i * 116, 82],
            [152 + i * 116, 106],
          ]
        : [
            [120 + i * 116, 84],
            [152 + i * 116, 84],
            [136 + i * 116, 108],
          ],
      i % 3 ? '#3fc28a' : '#e0443a',
    ),
  )
  p.rect(
    0,
    900,
    p.w,
    310,
    p.linear([
      [0, '#0f2231'],
      [1, '#081019'],
    ]),
  )
  p.poly(
    [
      [140, 905],
      [1660, 905],
      [1800, 1210],
      [0, 1210],
    ],
    '#1d5566',
    'opacity="0.3"',
  )
  const rim = (x: number, y: number, h: number, top: string, more: object) => {
    figure(p, {
      x: x + 5,
      y: y - 4,
      h,
      top: '#7fd0c8',
      bottom: '#7fd0c8',
      skin: '#7fd0c8',
      headColor: '#7fd0c8',
      ...more,
    })
    figure(p, { x, y, h, top, bottom: '#0a131c', skin: '#2a2226', headColor: '#0c0a10', ...more })
  }
  rim(300, 1230, 520, '#16283a', {
    arms: [
      [-8, 2],
      [20, 150],
    ],
    face: 1,
  })
  rim(520, 1260, 500, '#5a1a22', { ...standing, face: 1 })
  rim(1210, 1270, 560, '#12303a', {
    arms: [
      [-10, 4],
      [120, 150],
    ],
    face: 1,
  })
  rim(1440, 1250, 500, '#22304a', {
    face: -1,
    arms: [
      [10, 40],
      [30, 120],
    ],
  })
  rim(1600, 1280, 480, '#b3201f', { face: -1, dress: 'saree', head: 'bun' })
  vignette(p, 0.5, 0.4, '#03080f', 0.5)
}
