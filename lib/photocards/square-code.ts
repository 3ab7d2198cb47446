import { create } from 'qrcode'

/** Modules of quiet around the code, without which cameras do not find it (ISO/IEC 18004). */
const quiet = 4
// Whole pixels: cameras read edges, and what a site makes smaller has no more of them than it needs.
const pixels = 5

type Place = { right: number; middle: number; dark: string; light: string }

/**
 * The text as a QR code, as SVG: its outermost modules end at `right`, the quiet around it goes beyond.
 * @returns the code, and where its quiet begins at the left
 */
export function squareCode(text: string, { right, middle, dark, light }: Place) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const count = modules.size
  const side = count * pixels
  const [left, top] = [right - side, Math.round(middle - side / 2)]
  const around = quiet * pixels
  const squares = Array.from({ length: count * count }, (_, at) => {
    const [row, column] = [Math.floor(at / count), at % count]
    if (!modules.get(row, column)) return ''
    return `M${left + column * pixels} ${top + row * pixels}h${pixels}v${pixels}h-${pixels}z`
  })
  const ground = { x: left - around, y: top - around, side: side + 2 * around }
  const svg = [
    `<rect x="${ground.x}" y="${ground.y}" width="${ground.side}" height="${ground.side}" fill="${light}"/>`,
    `<path shape-rendering="crispEdges" fill="${dark}" d="${squares.join('')}"/>`,
  ].join('')
  return { svg, left: ground.x }
}
