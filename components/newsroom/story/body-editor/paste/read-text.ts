import type { Pasted } from './pasted'

/** Plain text as blocks: a paragraph a line. Nothing in it is taken for a list or a heading. */
export function readText(text: string): Pasted {
  const lines = text.split(/\s*(?:\r\n?|\n|\u2028|\u2029)\s*/)
  const blocks = lines.flatMap((line) => {
    const words = line.replace(/[ \t\u00a0]+/g, ' ').trim()
    return words ? [{ kind: 'paragraph' as const, content: [{ text: words }] }] : []
  })
  return { blocks, files: [], lostPictures: 0 }
}
