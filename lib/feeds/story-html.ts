import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Picture, WholeStory } from '@/lib/articles/article'
import type { Block, Inline } from '@/lib/articles/body'
import { offeredWidths, picturePath } from '@/lib/media/picture'
import type { FeedWords } from './feed'

/** How wide at most a picture stands in a feed; as JPEG, which every program shows. */
export const widestInFeed = 1280

/** Where it was said, and with which words. */
type Telling = { siteUrl: string; words: FeedWords; pictures: WholeStory['pictures'] }

/** The picture's address in a feed. */
export const feedPicturePath = (picture: Picture): string =>
  picturePath(picture, offeredWidths(picture, widestInFeed).at(-1) ?? 160, 'jpg')

const whole = (address: string, siteUrl: string): string => new URL(address, `${siteUrl}/`).href

function runOf({ text, bold, italic, href }: Inline, siteUrl: string): ElementContent {
  const plain: ElementContent = { type: 'text', value: text }
  const leaning = italic ? h('em', [plain]) : plain
  const marked = bold ? h('strong', [leaning]) : leaning
  return href === undefined ? marked : h('a', { href: whole(href, siteUrl) }, [marked])
}

const runsOf = (content: Inline[], { siteUrl }: Telling): ElementContent[] =>
  content.map((run) => runOf(run, siteUrl))

function pictureOf(picture: Picture, caption: string | null | undefined, telling: Telling) {
  const width = Math.min(offeredWidths(picture, widestInFeed).at(-1) ?? 160, picture.width)
  const height = Math.round((width * picture.height) / picture.width)
  const src = whole(feedPicturePath(picture), telling.siteUrl)
  const credit = picture.credit && telling.words.credit(picture.credit)
  const line = [caption ?? picture.caption, credit].filter(Boolean).join(' | ')
  const image = h('img', { src, alt: picture.alt, width, height })
  return h('figure', line ? [image, h('figcaption', [line])] : [image])
}

function tableOf(table: Extract<Block, { kind: 'table' }>, telling: Telling): Element {
  const rowOf = (cells: Inline[][], cell: 'th' | 'td') =>
    h(
      'tr',
      cells.map((content) => h(cell, runsOf(content, telling))),
    )
  return h('table', [
    ...(table.caption ? [h('caption', [table.caption])] : []),
    h('thead', [rowOf(table.head, 'th')]),
    h(
      'tbody',
      table.rows.map((row) => rowOf(row, 'td')),
    ),
  ])
}

/** A block as plain HTML; null where there is nothing to show. */
function blockOf(block: Block, dateline: string | null, telling: Telling): Element | null {
  switch (block.kind) {
    case 'paragraph':
      return h('p', [
        ...(dateline ? [h('b', [dateline]), ' '] : []),
        ...runsOf(block.content, telling),
      ])
    case 'subheading':
      return h('h2', [block.text])
    case 'quote':
      return h('blockquote', [
        h('p', runsOf(block.content, telling)),
        ...(block.speaker ? [h('p', [`– ${block.speaker}`])] : []),
      ])
    case 'list':
      return h(
        block.ordered ? 'ol' : 'ul',
        block.items.map((item) => h('li', runsOf(item, telling))),
      )
    case 'image': {
      const picture = telling.pictures[block.imageId]
      return picture ? pictureOf(picture, block.caption, telling) : null
    }
    case 'embed':
      return h('p', [`${telling.words.embed}: `, h('a', { href: block.url }, [block.title])])
    case 'table':
      return tableOf(block, telling)
  }
}

/** What was put right since, and where the story is from: as it follows the story on its page. */
function footOf({ corrections, source }: WholeStory, { words }: Telling): Element[] {
  const notes = corrections.map(({ kind, note }) =>
    h('p', [h('b', [`${words[kind]}:`]), ` ${note}`]),
  )
  if (!source) return notes
  const name = source.url ? h('a', { href: source.url }, [source.name]) : source.name
  return [...notes, h('p', [`${words.source} `, name])]
}

/**
 * The whole story as a feed carries it: plain HTML without a class, a style or a script, every address whole. One
 * exhaustive switch, as on its page (components/article/StoryBody).
 */
export function storyHtml(story: WholeStory, siteUrl: string, words: FeedWords): string {
  const telling: Telling = { siteUrl, words, pictures: story.pictures }
  const opening = story.body.findIndex((block) => block.kind === 'paragraph')
  const blocks = story.body.flatMap(
    (block, place) => blockOf(block, place === opening ? story.dateline : null, telling) ?? [],
  )
  const lead = story.image ? [pictureOf(story.image, null, telling)] : []
  return toHtml([...lead, ...blocks, ...footOf(story, telling)])
}
