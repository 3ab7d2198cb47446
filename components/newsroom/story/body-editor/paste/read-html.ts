import type { PasteReader } from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import type { Pasted, PastedBlock } from './pasted'
import { pastedLines } from './pasted-blocks'
import { mergeRuns, type Run, type RunStyle, runStyleInside } from './text-runs'

const htmlRules = editorBlockEntries.flatMap(({ block }) => block.paste.html ?? [])

const IGNORED_TAGS =
  /^(script|style|head|meta|link|title|template|noscript|svg|math|button|input|select|textarea|audio|canvas|object|del|colgroup|rp|rt)$/i
const BLOCK_TAGS =
  /^(address|article|aside|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr|main|nav|p|pre|section|summary|tbody|td|tfoot|th|thead|tr|caption|html|li)$/i

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

class HtmlReader implements PasteReader {
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

  pushRun(run: Run) {
    this.#runs.push(run)
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
    if (element.tagName === 'BR') return this.flush()
    const rule = htmlRules.find(({ matches }) => matches(element))
    if (rule) return rule.read(element, this, runStyle)
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
      inside.blocks
        // A player has no text.
        .filter(({ kind }) => kind !== 'embed')
        .flatMap(pastedLines)
        .flatMap((line) => [...line, { text: ' ' }]),
    )
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
