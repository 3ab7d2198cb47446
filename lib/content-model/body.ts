/** A run of a story's text with its marks. */
export type Inline = { text: string; bold?: true; italic?: true; href?: string }

/** What a story's body is made of. CONTRIBUTING.md lists the files of a new kind. */
export type Block =
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'subheading'; text: string }
  | { kind: 'quote'; content: Inline[]; speaker?: string }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'image'; imageId: number; caption?: string }
  | { kind: 'embed'; url: string; title: string }
  | { kind: 'table'; caption?: string; head: Inline[][]; rows: Inline[][][] }

export type Body = Block[]

const textOf = (content: Inline[]) => content.map((run) => run.text).join('')

/** The readable text of one block, for counting and searching. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.content)
    case 'subheading':
      return block.text
    case 'quote':
      return [textOf(block.content), block.speaker ?? ''].join(' ').trim()
    case 'list':
      return block.items.map(textOf).join('\n')
    case 'image':
      return block.caption ?? ''
    case 'embed':
      return block.title
    case 'table':
      return [
        block.caption ?? '',
        ...[block.head, ...block.rows].map((r) => r.map(textOf).join(' ')),
      ]
        .join('\n')
        .trim()
  }
}

/** The readable text of a body, a block a line. */
export function bodyText(body: Body): string {
  return body.map(blockText).filter(Boolean).join('\n')
}

/** The pictures a body needs, in order. */
export function imageIdsOf(body: Body): number[] {
  return body.flatMap((block) => (block.kind === 'image' ? [block.imageId] : []))
}
