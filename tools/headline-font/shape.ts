import { Blob, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs'

/** A font that text can be shaped with. */
export function openFont(bytes: Buffer): Font {
  return new Font(new Face(new Blob(bytes), 0))
}

/**
 * Every glyph that shaping these texts goes through, not only those it ends with: a joined form is reached over half
 * forms, and a rule whose intermediate glyph is gone is gone too.
 */
export function glyphsOf(font: Font, texts: Iterable<string>): Set<number> {
  const glyphs = new Set<number>()
  const buffer = new ShapingBuffer()
  const note = () => {
    for (const { codepoint } of buffer.getGlyphInfos()) glyphs.add(codepoint)
  }
  let hasChanged = false
  buffer.setMessageFunc((_, __, message) => {
    // Before the font's rules run the buffer holds characters, not glyphs.
    if (message.startsWith('start table GSUB')) note()
    else if (/^(?:ligated|replaced|deleted|multiplied)/.test(message)) hasChanged = true
    else if (hasChanged && message.startsWith('end lookup')) {
      hasChanged = false
      note()
    }
    return true
  })
  for (const text of texts) {
    buffer.clearContents()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    shape(font, buffer)
    note()
  }
  return glyphs
}

/** The glyph of each of these characters that the font has. */
export function charactersOf(font: Font, characters: Iterable<number>): Map<number, number> {
  const found = [...characters].flatMap((character): [number, number][] => {
    const glyph = font.nominalGlyph(character)
    return glyph ? [[character, glyph]] : []
  })
  return new Map(found)
}
