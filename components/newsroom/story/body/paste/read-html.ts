import { readEmbed } from '@/components/newsroom/story/body/embeds'
import type { Pasted, PastedBlock } from './pasted'
import { pictureFile } from './picture-file'
import { isLayout, readTable } from './read-table'
import { type Look, lookInside, type Run, settleRuns, textOfRuns } from './runs'

const PASSED_OVER =
  /^(script|style|head|meta|link|title|template|noscript|svg|math|button|input|select|textarea|audio|canvas|object|del|colgroup|rp|rt)$/i
const BLOCK =
  /^(address|article|aside|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr|main|nav|p|pre|section|summary|tbody|td|tfoot|th|thead|tr|caption|html|li)$/i
const EMOJI = /^\p{RGI_Emoji}+$/v
const WORD_LIST = /mso-list:\s*l\d+\s+level\d+/i
const NUMBERED = /^[\s(]*([\d০-৯]+|[a-zivx]{1,4}|[ক-হ])[.)।]/i

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE
const styleOf = (element: Element) => element.getAttribute('style') ?? ''

function isUnseen(element: HTMLElement): boolean {
  return (
    PASSED_OVER.test(element.tagName) ||
    element.hasAttribute('hidden') ||
    /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-list:\s*ignore/i.test(
      styleOf(element),
    )
  )
}

/** Reads a piece of a page into blocks, from above downwards. */
class Reader {
  blocks: PastedBlock[] = []
  files: File[] = []
  lostPictures = 0
  #runs: Run[] = []

  /** What was gathered becomes a paragraph. */
  flush() {
    const content = settleRuns(this.#runs)
    this.#runs = []
    if (content.length > 0) this.blocks.push({ kind: 'paragraph', content })
  }

  put(block: PastedBlock) {
    this.flush()
    this.blocks.push(block)
  }

  walk(parent: Node, look: Look) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        this.#runs.push({ ...look, text: (node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' ') })
      } else if (isElement(node) && !isUnseen(node)) this.#element(node, look)
    }
  }

  #element(element: HTMLElement, outer: Look) {
    const look = lookInside(element, outer)
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
        return this.#list(element, look)
      case 'blockquote':
        return this.#quote(element, look)
      case 'table':
        return this.#table(element as HTMLTableElement, look)
      case 'img':
        return this.#picture(element as HTMLImageElement, look)
      case 'iframe':
      case 'embed':
      case 'video':
        return this.#embed(element)
    }
    if (WORD_LIST.test(styleOf(element))) return this.#wordItem(element, look)
    if (/MsoTitle|MsoSubtitle/.test(element.className)) return this.#subheading(element)
    if (!BLOCK.test(element.tagName)) return this.walk(element, look)
    this.flush()
    this.walk(element, look)
    this.flush()
  }

  /** All that is inside, as one line of text; pictures that came along are kept. */
  runsOf(element: Node, look: Look): Run[] {
    const inside = new Reader()
    inside.walk(element, look)
    inside.flush()
    this.files.push(...inside.files)
    this.lostPictures += inside.lostPictures
    return settleRuns(
      inside.blocks.flatMap((block, index) => {
        const gap = index === 0 ? [] : [{ text: ' ' }]
        return block.kind === 'paragraph' ? [...gap, ...block.content] : [...gap, ...plain(block)]
      }),
    )
  }

  #subheading(element: HTMLElement) {
    const text = textOfRuns(this.runsOf(element, {}))
    this.flush()
    if (text) this.put({ kind: 'subheading', text })
  }

  #list(element: HTMLElement, look: Look) {
    const items: Run[][] = []
    const gather = (list: Element) => {
      for (const child of list.children) {
        if (/^(ul|ol)$/i.test(child.tagName)) gather(child)
        else {
          const nested = [...child.querySelectorAll(':scope ul, :scope ol')].filter(
            (inner) => inner.parentElement?.closest('ul, ol') === list,
          )
          for (const inner of nested) inner.remove()
          const runs = this.runsOf(child, lookInside(child as HTMLElement, look))
          if (runs.length > 0) items.push(runs)
          for (const inner of nested) gather(inner)
        }
      }
    }
    this.flush()
    gather(element)
    if (items.length > 0) this.put({ kind: 'list', ordered: element.tagName === 'OL', items })
  }

  /** Word writes lists as paragraphs with a mark of their own in front. */
  #wordItem(element: HTMLElement, look: Look) {
    const mark = element.querySelector('[style*="mso-list" i]')?.textContent ?? ''
    const ordered = NUMBERED.test(mark)
    const runs = this.runsOf(element, look)
    this.flush()
    const last = this.blocks.at(-1)
    const before = element.previousElementSibling
    const goesOn = before !== null && WORD_LIST.test(styleOf(before))
    if (last?.kind === 'list' && goesOn && last.ordered === ordered) last.items.push(runs)
    else if (runs.length > 0) this.put({ kind: 'list', ordered, items: [runs] })
  }

  #quote(element: HTMLElement, look: Look) {
    if (element.querySelector('h1, h2, h3, h4, ul, ol, table, blockquote')) {
      this.flush()
      this.walk(element, look)
      return this.flush()
    }
    const said = element.querySelector('footer, cite')
    const speaker = said ? textOfRuns(this.runsOf(said, {})).replace(/^[—–-]\s*/, '') : ''
    said?.remove()
    const content = this.runsOf(element, look)
    this.flush()
    if (content.length > 0) this.put({ kind: 'quote', content, ...(speaker && { speaker }) })
  }

  #table(element: HTMLTableElement, look: Look) {
    this.flush()
    if (isLayout(element)) {
      this.walk(element, look)
      return this.flush()
    }
    const table = readTable(element, (cell) => this.runsOf(cell, lookInside(cell, look)))
    if (table) this.put(table)
  }

  #picture(image: HTMLImageElement, look: Look) {
    const source = image.getAttribute('src') ?? ''
    if (EMOJI.test(image.alt)) return void this.#runs.push({ ...look, text: image.alt })
    const file = pictureFile(source)
    if (file) this.files.push(file)
    // A dot that counts readers is no picture.
    else if (!(image.width === 1 || image.height === 1)) this.lostPictures += 1
  }

  #embed(element: HTMLElement) {
    const found = readEmbed(element.getAttribute('src') ?? '')
    if (found) this.put({ kind: 'embed', url: found.url, title: element.title })
  }
}

/** A block inside a line of text is its words. */
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

/** What a program put on the clipboard as HTML, as blocks of a story: their words, never their dress. */
export function readHtml(html: string): Pasted {
  // A document of its own: nothing in it is fetched or run.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const reader = new Reader()
  reader.walk(body, lookInside(body, {}))
  reader.flush()
  const { blocks, files, lostPictures } = reader
  return { blocks, files, lostPictures }
}
