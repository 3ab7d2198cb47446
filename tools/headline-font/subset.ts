import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

// hb-subset's own numbers (hb-subset.h).
const setOf = { droppedTables: 3, nameIds: 4, features: 6 }
const flag = { noHinting: 0x1, noLayoutClosure: 0x200 }

// Tables that no browser draws horizontal text with.
const needless = ['vmtx', 'vhea', 'VORG', 'STAT', 'gasp', 'prep', 'DSIG']

type Exports = Record<string, (...values: number[]) => number> & { memory: WebAssembly.Memory }

async function loadSubsetter(): Promise<Exports> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file))
  const exports = instance.exports as unknown as Exports
  call(exports, '_initialize')
  return exports
}

function call(exports: Exports, name: string, ...values: number[]): number {
  const run = exports[name]
  if (!run) throw new Error(`harfbuzz-subset.wasm has no ${name}`)
  return run(...values)
}

const tagNumber = (tag: string) => Buffer.from(tag, 'latin1').readUInt32BE(0)

/** The subset: characters, and glyphs that stand for no character of their own. */
export type SubsetOptions = { characters: Iterable<number>; glyphs?: Iterable<number> }

/**
 * The font with these characters and glyphs alone. Rules of shaping stay where all their glyphs do: with `glyphs`
 * given, none is added because a rule could lead to it.
 *
 * @throws Error when the font cannot be read
 */
export async function subsetFont(font: Buffer, keep: SubsetOptions): Promise<Buffer> {
  const wasm = await loadSubsetter()
  const hb = (name: string, ...values: number[]) => call(wasm, name, ...values)
  const fill = (set: number, values: Iterable<number>) => {
    for (const value of values) hb('hb_set_add', set, value)
  }
  const at = hb('malloc', font.length)
  new Uint8Array(wasm.memory.buffer).set(font, at)
  const face = hb('hb_face_create', hb('hb_blob_create', at, font.length, 2, 0, 0), 0)
  const input = hb('hb_subset_input_create_or_fail')
  const features = hb('hb_subset_input_set', input, setOf.features)
  hb('hb_set_clear', features)
  hb('hb_set_invert', features)
  hb('hb_set_clear', hb('hb_subset_input_set', input, setOf.nameIds))
  fill(hb('hb_subset_input_set', input, setOf.droppedTables), needless.map(tagNumber))
  hb('hb_subset_input_set_flags', input, flag.noHinting | (keep.glyphs ? flag.noLayoutClosure : 0))
  fill(hb('hb_subset_input_unicode_set', input), keep.characters)
  fill(hb('hb_subset_input_glyph_set', input), keep.glyphs ?? [])
  // The instance is thrown away whole, so nothing in it is freed.
  const subset = hb('hb_subset_or_fail', face, input)
  if (subset === 0) throw new Error('the font cannot be subset')
  const blob = hb('hb_face_reference_blob', subset)
  const start = hb('hb_blob_get_data', blob, 0)
  const bytes = new Uint8Array(wasm.memory.buffer, start, hb('hb_blob_get_length', blob))
  return Buffer.from(bytes)
}
