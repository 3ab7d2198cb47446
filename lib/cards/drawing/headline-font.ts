import { Blob, Font, Face as FontFace, Buffer as ShapingBuffer, shape } from 'harfbuzzjs'
import { LRUCache } from 'lru-cache'
import { sameLetters } from '@/lib/bengali/text/script-text'
import { type FontWeight, readFallbackFonts, readHeadlineFont } from './font-files'

/** A glyph in its place. Lengths are in ems, y grows upwards from the baseline. */
type PlacedGlyph = { font: Font; glyph: number; x: number; y: number }

/** A shaped text: its glyphs, its advance and the extent of its ink. */
export type ShapedText = {
  glyphs: PlacedGlyph[]
  advance: number
  /** Equal when there is no ink. */
  ink: { left: number; right: number }
}

/** The outline of a glyph in ems: commands of an SVG path with the coordinates of their points. */
export type Outline = { type: string; values: number[] }[]

// Joiners and selectors: they shape the letters beside them and show nothing themselves.
const invisible = /^\p{Default_Ignorable_Code_Point}$/u
// Marks and joiners: shaped with the letter before them if its file has both.
const joinsPrevious = /^[\p{M}\u200c\u200d]$/u
const maxCachedTexts = 1_000

const isIn = (font: Font, character: string) =>
  font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined

const openFont = (file: Uint8Array) => new Font(new FontFace(new Blob(file), 0))

let openingFallbacks: Promise<Font[]> | null = null

/** The fonts of the letters that the headline font lacks: the same for every weight. */
function openFallbacks(): Promise<Font[]> {
  openingFallbacks ??= readFallbackFonts().then((files) => files.map(openFont))
  return openingFallbacks
}

/**
 * The headline font in one weight, shaped by HarfBuzz as in browsers. Letters that it lacks come from fallback fonts, or as
 * letters that mean the same (⅓ is 1⁄3); one that no font has is an empty box, so that nothing is missing unseen.
 */
export class HeadlineFont {
  static readonly #open = new Map<FontWeight, Promise<HeadlineFont>>()

  static open(weight: FontWeight = 700): Promise<HeadlineFont> {
    const opening = HeadlineFont.#open.get(weight) ?? HeadlineFont.#read(weight)
    HeadlineFont.#open.set(weight, opening)
    return opening
  }

  static async #read(weight: FontWeight): Promise<HeadlineFont> {
    const [own, fallbacks] = await Promise.all([readHeadlineFont(weight), openFallbacks()])
    return new HeadlineFont([...own.map(openFont), ...fallbacks])
  }

  readonly #fonts: Font[]
  readonly #buffer = new ShapingBuffer()
  readonly #outlines = new Map<Font, Map<number, Outline>>()
  readonly #shaped = new LRUCache<string, ShapedText>({ max: maxCachedTexts })
  /** Above and below the baseline, in ems. */
  readonly ascent: number
  readonly descent: number

  private constructor(fonts: Font[]) {
    const [first] = fonts
    if (!first) throw new Error('a face needs a font')
    this.#fonts = fonts
    const { ascender, descender } = first.hExtents()
    this.ascent = ascender / first.face.upem
    this.descent = -descender / first.face.upem
  }

  /** Shapes a line of text word by word. */
  shape(text: string): ShapedText {
    const cached = this.#shaped.get(text)
    if (cached) return cached
    const parts = text.split(/(?<=[ \u00a0])|(?=[ \u00a0])/).flatMap((word) => this.#runsOf(word))
    const glyphs: PlacedGlyph[] = []
    let advance = 0
    for (const { font, text: run } of parts) {
      const shaped = this.#shapeRun(font, run)
      glyphs.push(...shaped.glyphs.map((each) => ({ ...each, x: each.x + advance })))
      advance += shaped.advance
    }
    const whole = { glyphs, advance, ink: this.#inkOf(glyphs) }
    this.#shaped.set(text, whole)
    return whole
  }

  outline({ font, glyph }: Pick<PlacedGlyph, 'font' | 'glyph'>): Outline {
    const ofFont = this.#outlines.get(font) ?? new Map<number, Outline>()
    this.#outlines.set(font, ofFont)
    const cached = ofFont.get(glyph)
    if (cached) return cached
    const outline = font.glyphToJson(glyph).map(({ type, values }) => ({
      type,
      values: values.map((value) => value / font.face.upem),
    }))
    ofFont.set(glyph, outline)
    return outline
  }

  #fontOf(character: string): Font | undefined {
    return this.#fonts.find((each) => isIn(each, character))
  }

  /** The character, or those that mean the same where no font has it. */
  #drawable(character: string): string[] {
    if (this.#fontOf(character)) return [character]
    const same = sameLetters(character)
    if (same.every((each) => this.#fontOf(each))) return same
    return invisible.test(character) ? [] : [character]
  }

  /** Splits a word into runs of one font file each. */
  #runsOf(word: string): { font: Font; text: string }[] {
    const runs: { font: Font; text: string }[] = []
    for (const character of [...word].flatMap((each) => this.#drawable(each))) {
      const last = runs.at(-1)
      const isOfLast = last && joinsPrevious.test(character) && isIn(last.font, character)
      const font = isOfLast ? last.font : (this.#fontOf(character) ?? this.#fonts[0])
      if (!font) continue
      if (last?.font === font) last.text += character
      else runs.push({ font, text: character })
    }
    return runs
  }

  #shapeRun(font: Font, text: string): Omit<ShapedText, 'ink'> {
    const buffer = this.#buffer
    buffer.clearContents()
    buffer.addText(text)
    buffer.setLanguage('bn')
    buffer.guessSegmentProperties()
    shape(font, buffer)
    const em = font.face.upem
    let advance = 0
    const positions = buffer.getGlyphPositions()
    const glyphs = buffer.getGlyphInfos().map(({ codepoint: glyph }, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {}
      const placed = { font, glyph, x: (advance + xOffset) / em, y: yOffset / em }
      advance += xAdvance
      return placed
    })
    return { glyphs, advance: advance / em }
  }

  #inkOf(glyphs: PlacedGlyph[]): ShapedText['ink'] {
    const spans = glyphs.flatMap(({ font, glyph, x }) => {
      const extents = font.glyphExtents(glyph)
      if (!extents || extents.width === 0) return []
      const left = x + extents.xBearing / font.face.upem
      return [{ left, right: left + extents.width / font.face.upem }]
    })
    if (spans.length === 0) return { left: 0, right: 0 }
    return {
      left: Math.min(...spans.map(({ left }) => left)),
      right: Math.max(...spans.map(({ right }) => right)),
    }
  }
}
