import { readTables, type Tables, table, writeFont } from './sfnt'

/** A font and the glyph of each character in it. */
export type MappedFont = { font: Buffer; glyphs: Map<number, number> }

/**
 * The first face with the glyphs of the second behind its own. Its rules of shaping stay as they are: the added
 * glyphs take no part in them, which suits blanks, quotation marks and the like.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/otff for the tables
 */
export function addGlyphs(base: MappedFont, addition: MappedFont): Buffer {
  const [own, more] = [readTables(base.font), readTables(addition.font)]
  if (table(own, 'head').readUInt16BE(18) !== table(more, 'head').readUInt16BE(18)) {
    throw new Error('the faces are drawn on grids of different size')
  }
  const count = glyphCount(own)
  const outlines = [...outlinesOf(own), ...outlinesOf(more).map((each) => moved(each, count))]
  const glyphs = new Map(base.glyphs)
  for (const [character, glyph] of addition.glyphs) {
    if (!glyphs.has(character)) glyphs.set(character, glyph + count)
  }
  const tables: Tables = new Map(own)
  const { glyf, loca } = joinOutlines(outlines)
  tables.set('glyf', glyf)
  tables.set('loca', loca)
  tables.set('hmtx', Buffer.concat([metricsOf(own), metricsOf(more)]))
  tables.set('cmap', characterMap(glyphs))
  tables.set('maxp', largest(table(own, 'maxp'), table(more, 'maxp'), outlines.length))
  tables.set('head', changed(table(own, 'head'), 50, 1))
  tables.set('hhea', changed(table(own, 'hhea'), 34, outlines.length))
  return writeFont(tables)
}

const glyphCount = (tables: Tables) => table(tables, 'maxp').readUInt16BE(4)

function changed(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16BE(value, at)
  return copy
}

function outlinesOf(tables: Tables): Buffer[] {
  const [glyf, loca] = [table(tables, 'glyf'), table(tables, 'loca')]
  const isLong = table(tables, 'head').readUInt16BE(50) === 1
  const start = (glyph: number) =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2
  return Array.from({ length: glyphCount(tables) }, (_, glyph) =>
    glyf.subarray(start(glyph), start(glyph + 1)),
  )
}

/** A glyph made of others names them by number. */
function moved(outline: Buffer, by: number): Buffer {
  const isComposite = outline.length > 0 && outline.readInt16BE(0) < 0
  if (!isComposite) return outline
  const copy = Buffer.from(outline)
  for (let at = 10, flags = 0x20; flags & 0x20; ) {
    flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(copy.readUInt16BE(at + 2) + by, at + 2)
    const place = flags & 0x1 ? 4 : 2
    const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + place + scale
  }
  return copy
}

function joinOutlines(outlines: Buffer[]): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  const parts: Buffer[] = []
  let at = 0
  for (const [glyph, outline] of outlines.entries()) {
    const whole = Buffer.alloc(Math.ceil(outline.length / 4) * 4)
    outline.copy(whole)
    parts.push(whole)
    at += whole.length
    loca.writeUInt32BE(at, (glyph + 1) * 4)
  }
  return { glyf: Buffer.concat(parts), loca }
}

/** Advance and left bearing of every glyph; the short form leaves the last advance out where it repeats. */
function metricsOf(tables: Tables): Buffer {
  const hmtx = table(tables, 'hmtx')
  const long = table(tables, 'hhea').readUInt16BE(34)
  const whole = Buffer.alloc(glyphCount(tables) * 4)
  for (let glyph = 0; glyph < glyphCount(tables); glyph += 1) {
    const own = Math.min(glyph, long - 1)
    hmtx.copy(whole, glyph * 4, own * 4, own * 4 + 2)
    const bearing = glyph < long ? glyph * 4 + 2 : long * 4 + (glyph - long) * 2
    hmtx.copy(whole, glyph * 4 + 2, bearing, bearing + 2)
  }
  return whole
}

/** The maxima of both fonts, which a renderer must allocate for. */
function largest(own: Buffer, more: Buffer, glyphs: number): Buffer {
  const joined = Buffer.from(own)
  for (let at = 6; at + 2 <= Math.min(own.length, more.length); at += 2) {
    joined.writeUInt16BE(Math.max(own.readUInt16BE(at), more.readUInt16BE(at)), at)
  }
  joined.writeUInt16BE(glyphs, 4)
  return joined
}

/** Characters to glyphs in the one form that every browser reads (format 4; all of ours lie below U+FFFF). */
function characterMap(glyphs: Map<number, number>): Buffer {
  const segments: { from: number; to: number; glyph: number }[] = []
  for (const [character, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const last = segments.at(-1)
    const follows =
      last && character === last.to + 1 && glyph - last.glyph === character - last.from
    if (follows) last.to = character
    else segments.push({ from: character, to: character, glyph })
  }
  segments.push({ from: 0xffff, to: 0xffff, glyph: 0 })
  const count = segments.length
  const log = Math.floor(Math.log2(count))
  const map = Buffer.alloc(12 + 16 + count * 8)
  const head = [0, 1, 3, 1, 0, 12, 4, 16 + count * 8, 0, count * 2, 2 * 2 ** log, log]
  for (const [index, value] of [...head, 2 * (count - 2 ** log)].entries()) {
    map.writeUInt16BE(value, index * 2)
  }
  for (const [index, { from, to, glyph }] of segments.entries()) {
    const at = 26 + index * 2
    map.writeUInt16BE(to, at)
    map.writeUInt16BE(from, at + count * 2 + 2)
    map.writeUInt16BE((glyph - from) & 0xffff, at + count * 4 + 2)
  }
  return map
}
