import { readEmbed } from '@/components/newsroom/story/body-editor/blocks/embed/embed-sites'
import type { Pasted, PastedBlock } from './pasted'
import { linkAddresses, type Run, textOfRuns } from './text-runs'

/** A line as a block: the address of a known site by itself is an embed; addresses in a sentence are links. */
export function blockOfLine(line: Run[]): PastedBlock {
  const isOfOneLink = new Set(line.map(({ href }) => href)).size < 2
  const found = isOfOneLink ? readEmbed(textOfRuns(line)) : null
  if (found) return { kind: 'embed', url: found.url, title: '' }
  return { kind: 'paragraph', content: linkAddresses(line) }
}

/** The lines of a plain text, without blank ones. */
export const linesOfText = (text: string): string[] =>
  text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(Boolean)

/** Plain text as blocks: a paragraph a line. Nothing in it is taken for a list or a heading. */
export const readText = (text: string): Pasted => ({
  blocks: linesOfText(text).map((line) => blockOfLine([{ text: line }])),
  files: [],
  lost: {},
})
