/** A font file as its tables (OpenType, "Font file structure"). */
export type Tables = Map<string, Buffer>

export function readTables(font: Buffer): Tables {
  const tables: Tables = new Map()
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16
    const at = font.readUInt32BE(entry + 8)
    const tag = font.toString('latin1', entry, entry + 4)
    tables.set(tag, font.subarray(at, at + font.readUInt32BE(entry + 12)))
  }
  return tables
}

/** The tables as a TrueType file; checksums are right, the search fields too. */
export function writeFont(tables: Tables): Buffer {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const log = Math.floor(Math.log2(entries.length))
  const header = Buffer.alloc(12 + entries.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(entries.length, 4)
  header.writeUInt16BE(16 * 2 ** log, 6)
  header.writeUInt16BE(log, 8)
  header.writeUInt16BE(16 * (entries.length - 2 ** log), 10)
  const parts: Buffer[] = [header]
  let at = header.length
  for (const [index, [tag, table]] of entries.entries()) {
    const whole = padded(table)
    if (tag === 'head') whole.writeUInt32BE(0, 8)
    const entry = 12 + index * 16
    header.write(tag, entry, 'latin1')
    header.writeUInt32BE(checksum(whole), entry + 4)
    header.writeUInt32BE(at, entry + 8)
    header.writeUInt32BE(table.length, entry + 12)
    parts.push(whole)
    at += whole.length
  }
  const font = Buffer.concat(parts)
  const headAt = header.readUInt32BE(12 + entries.findIndex(([tag]) => tag === 'head') * 16 + 8)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8)
  return font
}

function padded(table: Buffer): Buffer {
  const whole = Buffer.alloc(Math.ceil(table.length / 4) * 4)
  table.copy(whole)
  return whole
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

/** @throws Error where a font lacks what every TrueType font has */
export function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag)
  if (!found) throw new Error(`the font has no table ${tag}`)
  return found
}
