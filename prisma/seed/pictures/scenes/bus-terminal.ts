import { blocks } from '../kit/city'
import { at, blob, darker, lighter, n, times } from '../kit/core'
import { ripples, sky, sun, treeline, vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'

function busFront(p: Painter, x: number, y: number, w: number, paint: string, band: string) {
  const h = w * 1.12
  p.ellipse(x, y + 4, w * 0.58, w * 0.07, '#2c2430', 'opacity="0.45"')
  for (const side of [-1, 1])
    p.rect(x + side * w * 0.36 - w * 0.08, y - w * 0.14, w * 0.16, w * 0.16, '#1d1a22', 'rx="8"')
  const body = `M${n(x - w * 0.5)} ${n(y - w * 0.08)}V${n(y - h * 0.9)}Q${n(x - w * 0.48)} ${n(y - h)} ${n(x - w * 0.36)} ${n(y - h)}H${n(x + w * 0.36)}Q${n(x + w * 0.48)} ${n(y - h)} ${n(x + w * 0.5)} ${n(y - h * 0.9)}V${n(y - w * 0.08)}Z`
  p.path(body, paint)
  p.clip(body, () => {
    p.path(
      `M${n(x - w * 0.5)} ${n(y - h * 0.3)}Q${n(x)} ${n(y - h * 0.18)} ${n(x + w * 0.5)} ${n(y - h * 0.36)}V${n(y)}H${n(x - w * 0.5)}Z`,
      band,
    )
    p.path(
      `M${n(x - w * 0.5)} ${n(y - h * 0.33)}Q${n(x)} ${n(y - h * 0.21)} ${n(x + w * 0.5)} ${n(y - h * 0.39)}`,
      'none',
      `stroke="#fff3d6" stroke-width="${n(w * 0.02)}"`,
    )
    p.rect(x + w * 0.38, y - h, w * 0.14, h, darker(paint, 0.5), 'opacity="0.3"')
  })
  const glass = `M${n(x - w * 0.44)} ${n(y - h * 0.46)}V${n(y - h * 0.78)}Q${n(x)} ${n(y - h * 0.82)} ${n(x + w * 0.44)} ${n(y - h * 0.78)}V${n(y - h * 0.46)}Q${n(x)} ${n(y - h * 0.42)} ${n(x - w * 0.44)} ${n(y - h * 0.46)}Z`
  p.path(glass, '#24384a')
  p.clip(glass, () => {
    p.poly(
      [
        [x - w * 0.4, y - h * 0.4],
        [x - w * 0.12, y - h * 0.84],
        [x + w * 0.06, y - h * 0.84],
        [x - w * 0.22, y - h * 0.4],
      ],
      '#8fc0c9',
      'opacity="0.55"',
    )
    p.path(blob(p.r, x + w * 0.2, y - h * 0.46, w * 0.12, w * 0.12, 0.1), '#101a26')
    p.circle(x + w * 0.2, y - h * 0.6, w * 0.06, '#101a26')
  })
  p.line(x, y - h * 0.8, x, y - h * 0.43, darker(paint, 0.3), w * 0.012)
  p.rect(x - w * 0.3, y - h * 0.95, w * 0.6, w * 0.1, '#1a1c24', 'rx="6"')
  p.stroke(
    times(9, (i) => `M${n(x - w * 0.24 + i * w * 0.06)} ${n(y - h * 0.905)}h${n(w * 0.025)}`).join(
      '',
    ),
    '#ffb43c',
    w * 0.03,
  )
  for (const side of [-1, 1]) {
    p.ellipse(x + side * w * 0.36, y - h * 0.2, w * 0.075, w * 0.06, '#fff6d0')
    p.ellipse(x + side * w * 0.36, y - h * 0.2, w * 0.04, w * 0.032, '#ffffff')
    p.rect(x + side * w * 0.56 - w * 0.03, y - h * 0.72, w * 0.06, w * 0.16, '#1d1a22', 'rx="6"')
    p.line(
      x + side * w * 0.47,
      y - h * 0.76,
      x + side * w * 0.56,
      y - h * 0.7,
      '#1d1a22',
      w * 0.014,
    )
  }
  p.rect(x - w * 0.5, y - w * 0.15, w, w * 0.08, '#3a3640', 'rx="8"')
  p.rect(x - w * 0.16, y - h * 0.24, w * 0.32, w * 0.05, '#2a2630', 'rx="6"')
}

export function busTerminal(p: Painter) {
  sky(
    p,
    620,
    [
      [0, '#f0a860'],
      [0.6, '#fbd79a'],
      [1, '#fff0cc'],
    ],
    '#fff0d8',
  )
  sun(p, 1470, 330, 70, '#fffbe6', '#fff0b5')
  blocks(p, 700, [90, 170], [150, 330], ['#d9a07a', '#c98a72', '#e3b78c'], '#b3775f')
  treeline(p, 700, 90, '#a38a55', 40)
  p.rect(
    0,
    690,
    p.w,
    520,
    p.linear([
      [0, '#c9a482'],
      [1, '#6f5f6c'],
    ]),
  )
  p.poly(
    [
      [-20, 300],
      [1820, 190],
      [1820, 250],
      [-20, 350],
    ],
    '#3f6a72',
  )
  p.poly(
    [
      [-20, 350],
      [1820, 250],
      [1820, 268],
      [-20, 372],
    ],
    '#2a4650',
  )
  for (const x of [110, 640, 1180, 1700]) p.rect(x, 340 - x * 0.05, 26, 480, '#4f5f66')
  const fleet = [
    [210, '#e9e2cf', '#1f6a7c'],
    [560, '#2f7d5f', '#f0c45a'],
    [930, '#b3201f', '#f3e3c0'],
    [1310, '#f0e6d2', '#d9622b'],
    [1670, '#27508c', '#e9d9b0'],
  ] as const
  for (const [x, paint, band] of fleet)
    busFront(p, x, 900 + Math.abs(x - 930) * -0.03, 330, paint, band)
  const people = [
    [150, 1090, 300, '#b3201f', 'saree'],
    [270, 1100, 320, '#ece3cc', 'panjabi'],
    [700, 1130, 330, '#2a5a6c', 'trousers'],
    [1120, 1110, 310, '#d9962f', 'saree'],
    [1230, 1115, 180, '#6a9a5a', 'shorts'],
    [1530, 1140, 340, '#7a3b5f', 'trousers'],
  ] as const
  for (const [x, y, h, top, dress] of people) {
    p.poly(
      [
        [x - 10, y],
        [x + 40, y],
        [x - 120, y + 90],
        [x - 190, y + 90],
      ],
      '#3a2c3c',
      'opacity="0.35"',
    )
    const pose = figure(p, {
      x,
      y,
      h,
      ...(x === 700 || x === 1530 ? walking : {}),
      top,
      bottom: dress === 'saree' ? lighter(top, 0.1) : '#2c2f45',
      dress,
      head: dress === 'saree' ? 'scarf' : 'hair',
      headColor: dress === 'saree' ? top : '#1d1412',
      face: x < 900 ? 1 : -1,
    })
    const [hx, hy] = pose.hands[1]
    if (dress !== 'shorts') {
      p.path(`M${n(hx - 38)} ${n(hy + 24)}h76l8 78h-92Z`, at(['#7d4a2e', '#24445c', '#3f6a4a'], x))
      p.stroke(`M${n(hx - 16)} ${n(hy + 26)}q16 -42 32 0`, '#2a1d1c', 6)
    }
  }
  p.rect(395, 1040, 120, 90, '#8a4a34', 'rx="10"')
  p.rect(412, 985, 90, 58, '#d0a24c', 'rx="16"')
  p.stroke('M395 1070h120M430 1040v90M480 1040v90', '#4a2620', 6)
  ripples(p, 940, 1200, '#e9cfa5', 40, 0.25)
  vignette(p, 0.5, 0.55, '#33182a', 0.4)
}
