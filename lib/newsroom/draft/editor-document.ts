import type { Block, Body, Inline } from '@/lib/content-model/body'

/** A node of the editor's document, as ProseMirror writes it in JSON. */
export type EditorNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: EditorNode[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

const node = (
  type: string,
  content: EditorNode[],
  attrs?: Record<string, unknown>,
): EditorNode => ({ type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) })

const plain = (text: string | undefined): EditorNode[] => (text ? [{ type: 'text', text }] : [])

function inlineNodes(content: Inline[]): EditorNode[] {
  return content.map(({ text, bold, italic, href }) => {
    const marks = [
      ...(href ? [{ type: 'link', attrs: { href } }] : []),
      ...(bold ? [{ type: 'bold' }] : []),
      ...(italic ? [{ type: 'italic' }] : []),
    ]
    return { type: 'text', text, ...(marks.length > 0 && { marks }) }
  })
}

function blockNode(block: Block): EditorNode {
  switch (block.kind) {
    case 'paragraph':
      return node('paragraph', inlineNodes(block.content))
    case 'subheading':
      return node('subheading', plain(block.text))
    case 'quote':
      return node('quote', [
        node('quoteText', inlineNodes(block.content)),
        node('speaker', plain(block.speaker)),
      ])
    case 'list': {
      const item = (content: Inline[]) =>
        node('listItem', [node('paragraph', inlineNodes(content))])
      return node(block.ordered ? 'orderedList' : 'bulletList', block.items.map(item))
    }
    case 'image':
      return node('picture', plain(block.caption), { imageId: block.imageId })
    case 'embed':
      return node('embed', [], { url: block.url, title: block.title })
    case 'table': {
      const row = (type: string, cells: Inline[][]) =>
        node(
          'tableRow',
          cells.map((cell) => node(type, inlineNodes(cell))),
        )
      const rows = block.rows.map((cells) => row('tableCell', cells))
      return node('tableBlock', [
        node('tableCaption', plain(block.caption)),
        node('table', [row('tableHeader', block.head), ...rows]),
      ])
    }
  }
}

/** The editor's document of a body. An empty body is one empty paragraph, so that there is somewhere to write. */
export function toEditorDocument(body: Body): EditorNode {
  return node('doc', body.length > 0 ? body.map(blockNode) : [node('paragraph', [])])
}
