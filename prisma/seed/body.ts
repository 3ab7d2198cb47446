import type { Block, Body, Inline } from '../../lib/content-model/body'
import type { PictureKey } from './pictures'
import type { SeedBlock, SeedText } from './types'

const runs = (text: SeedText): Inline[] => (typeof text === 'string' ? [{ text }] : text)

/** The sample paper's shorthand as body blocks; `pictureId` finds a picture's number by its key. */
export function toBody(blocks: SeedBlock[], pictureId: (key: PictureKey) => number): Body {
  return blocks.map((block): Block => {
    if (typeof block === 'string' || Array.isArray(block)) {
      return { kind: 'paragraph', content: runs(block) }
    }
    if ('subheading' in block) return { kind: 'subheading', text: block.subheading }
    if ('quote' in block) {
      return {
        kind: 'quote',
        content: runs(block.quote),
        ...(block.speaker && { speaker: block.speaker }),
      }
    }
    if ('list' in block)
      return { kind: 'list', ordered: block.ordered ?? false, items: block.list.map(runs) }
    if ('image' in block) {
      return {
        kind: 'image',
        imageId: pictureId(block.image),
        ...(block.caption && { caption: block.caption }),
      }
    }
    if ('embed' in block) return { kind: 'embed', url: block.embed, title: block.title }
    const { caption, head, rows } = block.table
    return { kind: 'table', caption, head: head.map(runs), rows: rows.map((row) => row.map(runs)) }
  })
}
