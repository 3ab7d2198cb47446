import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { FullStory, Picture } from '@/lib/content-model/article'
import type { BlockByKind, BlockKind } from '@/lib/content-model/blocks/registry'
import type { Block, Inline } from '@/lib/content-model/body'
import { inStory } from '@/lib/content-model/picture-words'
import { offeredWidths, picturePath } from '@/lib/media/files/picture'
import type { FeedWords } from './feed'

const maxFeedPictureWidth = 1280

type FeedContext = { siteUrl: string; words: FeedWords; pictures: FullStory['pictures'] }

/** The JPEG of a picture in a feed: every feed reader shows it. */
export const feedPicturePath = (picture: Picture): string =>
  picturePath(picture, offeredWidths(picture, maxFeedPictureWidth).at(-1) ?? 160, 'jpg')

const absoluteUrl = (address: string, siteUrl: string): string =>
  new URL(address, `${siteUrl}/`).href

function runOf({ text, bold, italic, href }: Inline, siteUrl: string): ElementContent {
  const plain: ElementContent = { type: 'text', value: text }
  const emphasized = italic ? h('em', [plain]) : plain
  const formatted = bold ? h('strong', [emphasized]) : emphasized
  return href === undefined ? formatted : h('a', { href: absoluteUrl(href, siteUrl) }, [formatted])
}

const runsOf = (content: Inline[], { siteUrl }: FeedContext): ElementContent[] =>
  content.map((run) => runOf(run, siteUrl))

function pictureOf(picture: Picture, context: FeedContext) {
  const width = Math.min(offeredWidths(picture, maxFeedPictureWidth).at(-1) ?? 160, picture.width)
  const height = Math.round((width * picture.height) / picture.width)
  const src = absoluteUrl(feedPicturePath(picture), context.siteUrl)
  const credit = picture.credit && context.words.credit(picture.credit)
  const line = [picture.caption, credit].filter(Boolean).join(' | ')
  const image = h('img', { src, alt: picture.alt, width, height })
  return h('figure', line ? [image, h('figcaption', [line])] : [image])
}

/** A block as plain HTML; null when nothing is shown. */
type BlockHtml<B> = (block: B, context: FeedContext, dateline: string | null) => Element | null

/** The feed's HTML of each block kind. A kind without an entry does not compile. */
const blockHtml: { [K in BlockKind]: BlockHtml<BlockByKind[K]> } = {
  paragraph: ({ content }, context, dateline) =>
    h('p', [...(dateline ? [h('b', [dateline]), ' '] : []), ...runsOf(content, context)]),
  subheading: ({ text }) => h('h2', [text]),
  quote: ({ content, speaker }, context) =>
    h('blockquote', [
      h('p', runsOf(content, context)),
      ...(speaker ? [h('p', [`– ${speaker}`])] : []),
    ]),
  list: ({ ordered, items }, context) =>
    h(
      ordered ? 'ol' : 'ul',
      items.map((item) => h('li', runsOf(item, context))),
    ),
  image: ({ imageId, ...words }, context) => {
    const picture = context.pictures[imageId]
    return picture ? pictureOf(inStory(picture, words), context) : null
  },
  embed: ({ url, title }, { words }) =>
    h('p', [`${words.embed}: `, h('a', { href: url }, [title])]),
  table: ({ caption, head, rows }, context) => {
    const rowOf = (cells: Inline[][], cell: 'th' | 'td') =>
      h(
        'tr',
        cells.map((content) => h(cell, runsOf(content, context))),
      )
    return h('table', [
      ...(caption ? [h('caption', [caption])] : []),
      h('thead', [rowOf(head, 'th')]),
      h(
        'tbody',
        rows.map((row) => rowOf(row, 'td')),
      ),
    ])
  },
  factBox: ({ title, content }, context) =>
    h('aside', [
      ...(title ? [h('h2', [title])] : []),
      ...content.flatMap((part) => htmlOf(part, context, null) ?? []),
    ]),
}

const htmlOf = (block: Block, context: FeedContext, dateline: string | null) =>
  (blockHtml[block.kind] as BlockHtml<Block>)(block, context, dateline)

/** The corrections and the source, as they follow the story on its page. */
function footerOf({ corrections, source }: FullStory, { words }: FeedContext): Element[] {
  const notes = corrections.map(({ kind, note }) =>
    h('p', [h('b', [`${words[kind]}:`]), ` ${note}`]),
  )
  if (!source) return notes
  const name = source.url ? h('a', { href: source.url }, [source.name]) : source.name
  return [...notes, h('p', [`${words.source} `, name])]
}

/**
 * The whole story as a feed carries it: plain HTML without a class, a style or a script, every address whole.
 */
export function storyHtml(story: FullStory, siteUrl: string, words: FeedWords): string {
  const context: FeedContext = { siteUrl, words, pictures: story.pictures }
  const opening = story.body.findIndex((block) => block.kind === 'paragraph')
  const blocks = story.body.flatMap(
    (block, place) => htmlOf(block, context, place === opening ? story.dateline : null) ?? [],
  )
  const lead = story.image ? [pictureOf(story.image, context)] : []
  return toHtml([...lead, ...blocks, ...footerOf(story, context)])
}
