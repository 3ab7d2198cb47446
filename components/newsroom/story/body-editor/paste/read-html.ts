import { readEmbed } from '@/components/newsroom/story/body-editor/schema/embeds'
import { fileFromDataUrl } from './data-url-file'
import type { Pasted, PastedBlock } from './pasted'
import { isLayout, readTable } from './read-table'
import { mergeRuns, type Run, type RunStyle, runStyleInside, textOfRuns } from './text-runs'

const IGNORED_TAGS =
  /^(script|style|head|meta|link|title|template|noscript|svg|math|button|input|select|textarea|audio|canvas|object|del|colgroup|rp|rt)$/i
const BLOCK_TAGS =
  /^(address|article|aside|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr|main|nav|p|pre|section|summary|tbody|td|tfoot|th|thead|tr|caption|html|li)$/i
const EMOJI = /^\p{RGI_Emoji}+$/v
const WORD_LIST = /mso-list:\s*l\d+\s+level\d+/i
const NUMBERED = /^[\s(]*([\d০-৯]+|[a-zivx]{1,4}|[ক-হ])[.)।]/i

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE
const styleOf = (element: Element) => element.getAttribute('style') ?? ''

function isHidden(element: HTMLElement): boolean {
  return (
    IGNORED_TAGS.test(element.tagName) ||
    element.hasAttribute('hidden') ||
    /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-list:\s*ignore/i.test(
      styleOf(element),
    )
  )
}

/** Reads an HTML fragment into blocks, from top to bottom. */
class HtmlReader {
  blocks: PastedBlock[] = []
  files: File[] = []
  lostPictures = 0
  #runs: Run[] = []

  /** Makes a paragraph of the collected runs. */
  flush() {
    const content = mergeRuns(this.#runs)
    this.#runs = []
    if (content.length > 0) this.blocks.push({ kind: 'paragraph', content })
  }

  push(block: PastedBlock) {
    this.flush()
    this.blocks.push(block)
  }

  walk(parent: Node, runStyle: RunStyle) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        this.#runs.push({ ...runStyle, text: (node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' ') })
      } else if (isElement(node) && !isHidden(node)) this.#element(node, runStyle)
    }
  }

  #element(element: HTMLElement, outer: RunStyle) {
    const runStyle = runStyleInside(element, outer)
    switch (element.tagName.toLowerCase()) {
      case 'br':
        return this.flush()
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#subheading(element)
      case 'ul':
      case 'ol':
        return this.#list(element, runStyle)
      case 'blockquote':
        return this.#quote(element, runStyle)
      case 'table':
        return this.#table(element as HTMLTableElement, runStyle)
      case 'img':
        return this.#picture(element as HTMLImageElement, runStyle)
      case 'iframe':
      case 'embed':
      case 'video':
        return this.#embed(element)
    }
    if (WORD_LIST.test(styleOf(element))) return this.#wordItem(element, runStyle)
    if (/MsoTitle|MsoSubtitle/.test(element.className)) return this.#subheading(element)
    if (!BLOCK_TAGS.test(element.tagName)) return this.walk(element, runStyle)
    this.flush()
    this.walk(element, runStyle)
    this.flush()
  }

  /** All that is inside, as one line of text; pictures that came along are kept. */
  runsOf(element: Node, runStyle: RunStyle): Run[] {
    const inside = new HtmlReader()
    inside.walk(element, runStyle)
    inside.flush()
    this.files.push(...inside.files)
    this.lostPictures += inside.lostPictures
    return mergeRuns(
      inside.blocks.flatMap((block, index) => {
        const gap = index === 0 ? [] : [{ text: ' ' }]
        return block.kind === 'paragraph' ? [...gap, ...block.content] : [...gap, ...plain(block)]
      }),
    )
  }

  #subheading(element: HTMLElement) {
    const text = textOfRuns(this.runsOf(element, {}))
    this.flush()
    if (text) this.push({ kind: 'subheading', text })
  }

  #list(element: HTMLElement, runStyle: RunStyle) {
    const items: Run[][] = []
    const collectItems = (list: Element) => {
      for (const child of list.children) {
        if (/^(ul|ol)$/i.test(child.tagName)) collectItems(child)
        else {
          const nested = [...child.querySelectorAll(':scope ul, :scope ol')].filter(
            (inner) => inner.parentElement?.closest('ul, ol') === list,
          )
          for (const inner of nested) inner.remove()
          const runs = this.runsOf(child, runStyleInside(child as HTMLElement, runStyle))
          if (runs.length > 0) items.push(runs)
          for (const inner of nested) collectItems(inner)
        }
      }
    }
    this.flush()
    collectItems(element)
    if (items.length > 0) this.push({ kind: 'list', ordered: element.tagName === 'OL', items })
  }

  /** Word writes lists as paragraphs with a mark of their own in front. */
  #wordItem(element: HTMLElement, runStyle: RunStyle) {
    const mark = element.querySelector('[style*="mso-list" i]')?.textContent ?? ''
    const ordered = NUMBERED.test(mark)
    const runs = this.runsOf(element, runStyle)
    this.flush()
    const last = this.blocks.at(-1)
    const before = element.previousElementSibling
    const continuesList = before !== null && WORD_LIST.test(styleOf(before))
    if (last?.kind === 'list' && continuesList && last.ordered === ordered) last.items.push(runs)
    else if (runs.length > 0) this.push({ kind: 'list', ordered, items: [runs] })
  }

  #quote(element: HTMLElement, runStyle: RunStyle) {
    if (element.querySelector('h1, h2, h3, h4, ul, ol, table, blockquote')) {
      this.flush()
      this.walk(element, runStyle)
      return this.flush()
    }
    const attribution = element.querySelector('footer, cite')
    const speaker = attribution
      ? textOfRuns(this.runsOf(attribution, {})).replace(/^[—–-]\s*/, '')
      : ''
    attribution?.remove()
    const content = this.runsOf(element, runStyle)
    this.flush()
    if (content.length > 0) this.push({ kind: 'quote', content, ...(speaker && { speaker }) })
  }

  #table(element: HTMLTableElement, runStyle: RunStyle) {
    this.flush()
    if (isLayout(element)) {
      this.walk(element, runStyle)
      return this.flush()
    }
    const table = readTable(element, (cell) => this.runsOf(cell, runStyleInside(cell, runStyle)))
    if (table) this.push(table)
  }

  #picture(image: HTMLImageElement, runStyle: RunStyle) {
    const source = image.getAttribute('src') ?? ''
    if (EMOJI.test(image.alt)) return void this.#runs.push({ ...runStyle, text: image.alt })
    const file = fileFromDataUrl(source)
    if (file) this.files.push(file)
    // A tracking pixel is not a picture.
    else if (!(image.width === 1 || image.height === 1)) this.lostPictures += 1
  }

  #embed(element: HTMLElement) {
    const found = readEmbed(element.getAttribute('src') ?? '')
    if (found) this.push({ kind: 'embed', url: found.url, title: element.title })
  }
}

/** A block within inline text is reduced to its words. */
function plain(block: PastedBlock): Run[] {
  switch (block.kind) {
    case 'subheading':
      return [{ text: block.text }]
    case 'quote':
      return block.content
    case 'list':
      return block.items.flatMap((item) => [...item, { text: ' ' }])
    case 'table':
      return [block.head, ...block.rows].flat().flatMap((cell) => [...cell, { text: ' ' }])
    default:
      return []
  }
}

/** Converts HTML from the clipboard to story blocks: the text without its styling. */
export function readHtml(html: string): Pasted {
  // An inert document: it loads nothing and runs no script.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const reader = new HtmlReader()
  reader.walk(body, runStyleInside(body, {}))
  reader.flush()
  const { blocks, files, lostPictures } = reader
  return { blocks, files, lostPictures }
}
