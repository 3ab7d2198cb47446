import { at, blob, lerp, n, poly, smooth, times } from '../kit/core'
import { vignette } from '../kit/nature'
import type { Painter } from '../kit/painter'
import { figure, walking } from '../kit/people'

export function hospitalWard(p: Painter) {
  const [vx, vy] = [760, 430]
  p.rect(0, 0, p.w, p.h, '#cfe6da')
  p.poly(
    [
      [0, 0],
      [p.w, 0],
      [vx + 160, 300],
      [vx - 160, 300],
    ],
    '#e4f0e2',
  )
  p.poly(
    [
      [0, 1200],
      [p.w, 1200],
      [p.w, 1100],
      [vx + 160, 560],
      [vx - 160, 560],
      [0, 1050],
    ],
    p.linear([
      [0, '#e0ddc4'],
      [1, '#8fa39a'],
    ]),
  )
  p.poly(
    [
      [0, 0],
      [vx - 160, 300],
      [vx - 160, 560],
      [0, 1060],
    ],
    '#a9d0c4',
  )
  p.poly(
    [
      [p.w, 0],
      [vx + 160, 300],
      [vx + 160, 560],
      [p.w, 1110],
    ],
    '#bfe0d0',
  )
  p.poly(
    [
      [0, 620],
      [vx - 160, 462],
      [vx - 160, 560],
      [0, 1060],
    ],
    '#6fae9f',
  )
  p.poly(
    [
      [p.w, 640],
      [vx + 160, 462],
      [vx + 160, 560],
      [p.w, 1110],
    ],
    '#86bfae',
  )
  p.rect(vx - 160, 300, 320, 262, '#f3f3da')
  p.rect(vx - 60, 380, 120, 182, '#8fbfb0')
  p.rect(vx - 50, 390, 46, 172, '#fffbe2')
  const z = (k: number) => 1 / (1 + k * 0.6)
  for (let i = 4; i >= 0; i--) {
    const [a, b] = [z(i + 0.15), z(i + 0.7)]
    const wall = (x: number, q: number) => vx + x * q
    p.poly(
      [
        [wall(1020, a), vy - 420 * a],
        [wall(1020, b), vy - 420 * b],
        [wall(1020, b), vy - 40 * b],
        [wall(1020, a), vy - 40 * a],
      ],
      '#fffce0',
    )
    p.stroke(
      `M${n(wall(1020, (a + b) / 2))} ${n(vy - (420 * (a + b)) / 2)}V${n(vy - 20 * (a + b))}`,
      '#7fae9f',
      10 * a,
    )
    p.poly(
      [
        [wall(1020, a), vy - 420 * a],
        [wall(1020, b), vy - 420 * b],
        [wall(120, b), vy + 560 * b],
        [wall(-120, a), vy + 640 * a],
      ],
      '#fffbe0',
      'opacity="0.13"',
    )
  }
  const bed = (side: number, k: number, blanket: string) => {
    const [f, g] = [z(k), z(k + 0.72)]
    const atX = (x: number, q: number) => vx + side * x * q
    const atY = (h: number, q: number) => vy + h * q
    const legs = [
      [240, f],
      [760, f],
      [760, g],
      [240, g],
    ] as const
    p.stroke(
      legs.map(([x, q]) => `M${n(atX(x, q))} ${n(atY(640, q))}V${n(atY(430, q))}`).join(''),
      '#5d7a80',
      14 * f,
    )
    p.poly(
      [
        [atX(240, f), atY(470, f)],
        [atX(760, f), atY(470, f)],
        [atX(760, g), atY(470, g)],
        [atX(240, g), atY(470, g)],
      ],
      '#f7f4e8',
    )
    p.poly(
      [
        [atX(240, f), atY(470, f)],
        [atX(760, f), atY(470, f)],
        [atX(760, f), atY(530, f)],
        [atX(240, f), atY(530, f)],
      ],
      '#c9cfc4',
    )
    p.poly(
      [
        [atX(240, f), atY(470, f)],
        [atX(240, g), atY(470, g)],
        [atX(240, g), atY(530, g)],
        [atX(240, f), atY(530, f)],
      ],
      '#b5beb4',
    )
    const m = (f + g) / 2
    p.path(
      smooth(
        [
          [atX(250, f * 0.97), atY(465, f)],
          [atX(300, m), atY(390, m)],
          [atX(480, m), atY(382, m)],
          [atX(600, m), atY(420, m)],
          [atX(620, f * 0.97), atY(470, f)],
        ],
        true,
      ),
      blanket,
    )
    p.path(blob(p.r, atX(690, m), atY(440, m), 62 * m, 44 * m, 0.1), '#ffffff')
    p.path(blob(p.r, atX(676, m), atY(405, m), 34 * m, 36 * m, 0.05), '#5a3a2c')
    p.path(blob(p.r, atX(690, m), atY(392, m), 33 * m, 27 * m, 0.05), '#1d1412')
    const cloth = p.linear([
      [0, '#ffffff', 0.72],
      [0.6, '#e4f4f6', 0.42],
      [1, '#d6eef0', 0.55],
    ])
    const top = [
      [atX(230, f), atY(-130, f)],
      [atX(780, f), atY(-130, f)],
      [atX(780, g), atY(-130, g)],
      [atX(230, g), atY(-130, g)],
    ] as const
    const aisle = `M${n(atX(230, f))} ${n(atY(-130, f))}L${n(atX(230, g))} ${n(atY(-130, g))}L${n(atX(222, g))} ${n(atY(520, g))}Q${n(atX(210, m))} ${n(atY(500, m))} ${n(atX(216, f))} ${n(atY(540, f))}Z`
    const face = `M${n(atX(230, f))} ${n(atY(-130, f))}L${n(atX(780, f))} ${n(atY(-130, f))}L${n(atX(800, f))} ${n(atY(530, f))}Q${n(atX(660, f))} ${n(atY(500, f))} ${n(atX(500, f))} ${n(atY(535, f))}T${n(atX(212, f))} ${n(atY(530, f))}Z`
    p.poly(top, '#f4fbf8', 'opacity="0.7"')
    p.path(aisle, cloth)
    p.path(face, cloth)
    p.stroke(
      times(6, (i) => {
        const x = 300 + i * 85
        return `M${n(atX(x, f))} ${n(atY(-120, f))}Q${n(atX(x + 22, f))} ${n(atY(200, f))} ${n(atX(x + (i % 2 ? -14 : 16), f))} ${n(atY(505, f))}`
      }).join(''),
      '#8fb8bc',
      4 * f,
      'opacity="0.5"',
    )
    p.stroke(poly(top), '#4f8a94', 7 * f)
    p.stroke(
      top
        .map(
          ([x, y], i) =>
            `M${n(x)} ${n(y)}L${n(lerp(x, vx, 0.02))} ${n(y - 190 * at([f, f, g, g], i))}`,
        )
        .join(''),
      '#7fa8a8',
      3 * f,
    )
  }
  const covers = ['#b3201f', '#27608c', '#e0a52f', '#3a8a6a', '#b3201f', '#7a5a9a'] as const
  for (let k = 4; k >= 0; k--) {
    bed(-1, k + 0.05, at(covers, k))
    if (k === 1) {
      figure(p, {
        x: 800,
        y: 900,
        h: 470,
        ...walking,
        top: '#f7f6ee',
        bottom: '#ffffff',
        dress: 'saree',
        head: 'bun',
        face: -1,
        arms: [
          [10, 20],
          [40, 100],
        ],
      })
      p.rect(640, 606, 90, 12, '#5d7a80')
    }
    bed(1, k + 0.05, at(covers, k + 2))
  }
  vignette(p, 0.42, 0.45, '#123a40', 0.4)
}
