import { create } from 'qrcode'

/** The quiet zone that cameras need around the code, in modules (ISO/IEC 18004). */
const quietZoneModules = 4
// Whole pixels keep the edges sharp.
const modulePixels = 5

type CodePosition = { right: number; middle: number; dark: string; light: string }

/** The text as a QR code in SVG, its modules ending at `right`; `left` is where its quiet zone begins. */
export function qrCodeSvg(text: string, { right, middle, dark, light }: CodePosition) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const count = modules.size
  const side = count * modulePixels
  const [left, top] = [right - side, Math.round(middle - side / 2)]
  const quietZone = quietZoneModules * modulePixels
  const squares = Array.from({ length: count * count }, (_, at) => {
    const [row, column] = [Math.floor(at / count), at % count]
    if (!modules.get(row, column)) return ''
    return `M${left + column * modulePixels} ${top + row * modulePixels}h${modulePixels}v${modulePixels}h-${modulePixels}z`
  })
  const background = { x: left - quietZone, y: top - quietZone, side: side + 2 * quietZone }
  const svg = [
    `<rect x="${background.x}" y="${background.y}" width="${background.side}" height="${background.side}" fill="${light}"/>`,
    `<path shape-rendering="crispEdges" fill="${dark}" d="${squares.join('')}"/>`,
  ].join('')
  return { svg, left: background.x }
}
