import { blocks, tower } from '../kit/city'
import { blob, n, times } from '../kit/core'
import { birds, sky, sun, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'

export function dhakaSkyline(p: Painter) {
  sky(
    p,
    900,
    [
      [0, '#2b2a63'],
      [0.3, '#6a3f7f'],
      [0.55, '#cf5f6d'],
      [0.78, '#f6a05c'],
      [1, '#ffdf9a'],
    ],
    '#ffb98a',
  )
  sun(p, 760, 690, 88, '#fff0bd', '#ffcf7a')
  for (const [x, y, w] of [
    [350, 250, 900],
    [1350, 330, 1000],
    [900, 160, 700],
  ] as const)
    p.path(
      blob(p.r, x, y, w * 0.5, 20, 0.2) + blob(p.r, x + 120, y + 34, w * 0.3, 13, 0.2),
      '#f08a72',
      `opacity="0.6" ${p.blur(10, 3)}`,
    )
  blocks(p, 960, [60, 130], [220, 430], ['#b96a7d', '#a85f7f', '#c2727a'], '#a65a78', { floor: 30 })
  blocks(p, 960, [90, 160], [170, 380], ['#7d4a78', '#6c4274', '#8a5278'], '#5b3768', {
    lit: '#ffcf7d',
    odds: 0.25,
    floor: 34,
  })
  tower(p, {
    x: 800,
    y: 980,
    w: 150,
    h: 620,
    wall: '#5a3a70',
    pane: '#41295c',
    lit: '#ffd888',
    odds: 0.4,
    cols: 5,
  })
  p.poly(
    [
      [800, 362],
      [875, 290],
      [950, 362],
    ],
    '#4c3066',
  )
  p.line(875, 300, 875, 200, '#4c3066', 6)
  tower(p, {
    x: 1010,
    y: 980,
    w: 210,
    h: 520,
    wall: '#4d3268',
    pane: '#6d4a84',
    lit: '#ffc56b',
    odds: 0.45,
    cols: 4,
    floor: 42,
  })
  tower(p, {
    x: 1270,
    y: 980,
    w: 120,
    h: 430,
    wall: '#6a4278',
    pane: '#4d2f63',
    lit: '#ffdf9a',
    odds: 0.35,
  })
  p.path('M560 980V470Q630 400 700 470V980Z', '#5d3b74')
  p.stroke(times(15, (i) => `M572 ${500 + i * 34}h116`).join(''), '#ffc978', 9, 'opacity="0.55"')
  blocks(p, 1040, [130, 230], [110, 300], ['#3a2a5c', '#332555', '#432e60'], '#251a44', {
    lit: '#ffbf5f',
    odds: 0.42,
    floor: 40,
  })
  p.rect(0, 985, p.w, 230, '#1e1740')
  treeline(p, 1050, 120, '#1a2a40', 46)
  p.poly(
    [
      [-20, 1010],
      [1820, 1060],
      [1820, 1100],
      [-20, 1056],
    ],
    '#150f30',
  )
  p.stroke(
    times(60, () => {
      const x = p.r.range(0, 1800)
      return `M${n(x)} ${n(1018 + x * 0.028)}h9`
    }).join(''),
    '#ffe6a0',
    8,
  )
  p.stroke(
    times(34, () => {
      const x = p.r.range(0, 1800)
      return `M${n(x)} ${n(1036 + x * 0.028)}h9`
    }).join(''),
    '#ff5a42',
    7,
  )
  treeline(p, 1215, 130, '#0d1a2c', 40)
  birds(p, 420, 420, 10, 26, '#2b2350')
  birds(p, 1420, 520, 6, 20, '#2b2350')
  vignette(p, 0.5, 0.5, '#120b2e', 0.4)
}
