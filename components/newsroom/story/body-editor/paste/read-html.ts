import type { PasteReader } from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { scriptText } from '@/lib/bengali/text/script-text'
import { isBesideText, isBlock, isHidden, isStruck, scriptOf } from './inline-style'
import { addLost, type Lost, type LostKind, type Pasted, type PastedBlock } from './pasted'
import { pastedLines } from './pasted-blocks'
import { blockOfLine, linesOfText } from './read-text'
import { mergeRuns, type Run, type RunStyle, runStyleInside } from './text-runs'

const htmlRules = editorBlockEntries.flatMap(({ block }) => block.paste.html ?? [])

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE

/** The kind of loss that the element is; null for an element that is read. */
function lostKindOf(element: Element): LostKind | null {
  if (element.tagName === 'DEL') return element.textContent?.trim() ? 'deleted' : null
  if (/^math$/i.test(element.tagName)) return 'formulas'
  if (/^audio$/i.test(element.tagName)) return 'players'
  return isBesideText(element) ? 'notes' : null
}

class HtmlReader implements PasteReader {
  blocks: PastedBlock[] = []
  files: File[] = []
  lost: Lost = {}
  #runs: Run[] = []

  /** Makes a paragraph of the collected runs. */
  flush() {
    const content = mergeRuns(this.#runs)
    this.#runs = []
    if (content.length > 0) this.blocks.push(blockOfLine(content))
  }

  push(block: PastedBlock) {
    this.flush()
    this.blocks.push(block)
  }

  pushRun({ keepsLines: _, ...run }: Run) {
    this.#runs.push(run)
  }

  lose(kind: LostKind, count = 1) {
    this.lost = addLost(this.lost, { [kind]: count })
  }

  walk(parent: Node, runStyle: RunStyle) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#text(node.nodeValue ?? '', runStyle)
      else if (isElement(node)) this.#element(node, runStyle)
    }
  }

  #text(text: string, runStyle: RunStyle) {
    const lines = runStyle.keepsLines ? text.split(/\r\n?|[\n\u2028\u2029]/) : [text]
    lines.forEach((line, at) => {
      if (at > 0) this.flush()
      this.pushRun({ ...runStyle, text: line.replace(/[\s\u00a0]+/g, ' ') })
    })
  }

  #element(element: HTMLElement, outer: RunStyle) {
    if (isHidden(element)) return
    const lostKind = lostKindOf(element)
    const isDeletion = element.tagName === 'DEL'
    if (isDeletion || lostKind) return lostKind ? this.lose(lostKind) : undefined
    if (element.tagName === 'BR') return this.flush()
    const runStyle = runStyleInside(element, outer)
    const rule = htmlRules.find(({ matches }) => matches(element))
    if (rule) return rule.read(element, this, runStyle)
    if (isStruck(element) && element.textContent?.trim()) this.lose('struck')
    if (element.tagName === 'A' && !runStyle.href && element.hasAttribute('href')) {
      if (!/^\s*(#|javascript:)/i.test(element.getAttribute('href') ?? '')) this.lose('links')
    }
    const script = scriptOf(element)
    if (script) return this.#script(element, runStyle, script)
    if (!isBlock(element)) return this.walk(element, runStyle)
    this.flush()
    this.walk(element, runStyle)
    this.flush()
  }

  /** Text above or below the line is not on the line: ১০⁶ is not ১০৬. */
  #script(element: HTMLElement, runStyle: RunStyle, script: 'super' | 'sub') {
    const runs = this.runsOf(element, runStyle)
    const whole = runs.map(({ text }) => text).join('')
    const written = scriptText(whole, script, this.#runs.at(-1)?.text)
    const blank = { ...runStyle, text: ' ' }
    if (/^\s/.test(element.textContent ?? '')) this.pushRun(blank)
    if (written === whole) for (const run of runs) this.pushRun(run)
    else this.pushRun({ ...runs[0], text: written })
    if (/\s$/.test(element.textContent ?? '')) this.pushRun(blank)
  }

  /** All that is inside, as one line of text; pictures that came along are kept. */
  runsOf(element: Node, runStyle: RunStyle): Run[] {
    if (isElement(element) && isHidden(element)) return []
    const inside = new HtmlReader()
    inside.walk(element, runStyle)
    inside.flush()
    this.files.push(...inside.files)
    this.lost = addLost(this.lost, inside.lost)
    return mergeRuns(inside.blocks.flatMap(pastedLines).flatMap((line) => [...line, { text: ' ' }]))
  }
}

const lettersOf = (text: string) => text.replace(/\s+/g, '')

/** The runs in lines as long as those of the text, counted in letters. */
function runsByLine(runs: Run[], lines: string[]): Run[][] {
  const pending = runs.map((run) => ({ ...run }))
  return lines.map((line) => {
    const content: Run[] = []
    let missing = lettersOf(line).length
    while (missing > 0) {
      const [run] = pending
      if (!run) break
      let end = 0
      while (end < run.text.length && missing > 0) {
        if (!/\s/.test(run.text.charAt(end))) missing -= 1
        end += 1
      }
      content.push({ ...run, text: run.text.slice(0, end) })
      run.text = run.text.slice(end)
      if (!run.text) pending.shift()
    }
    return mergeRuns(content)
  })
}

/** One paragraph whose plain text has lines: the lines are paragraphs, because the HTML has no mark of them. */
function linesByText(blocks: PastedBlock[], text: string): PastedBlock[] {
  const [block, ...others] = blocks
  const lines = linesOfText(text)
  if (block?.kind !== 'paragraph' || others.length > 0 || lines.length < 2) return blocks
  const own = block.content.map((run) => run.text).join('')
  if (lettersOf(own) !== lettersOf(lines.join(''))) return blocks
  return runsByLine(block.content, lines).map((line) => blockOfLine(line))
}

/**
 * Converts HTML from the clipboard to story blocks: the text without its styling.
 * @param text the plain text beside it
 */
export function readHtml(html: string, text = ''): Pasted {
  // An inert document: it loads nothing and runs no script.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const reader = new HtmlReader()
  reader.walk(body, runStyleInside(body, {}))
  reader.flush()
  const { files, lost } = reader
  return { blocks: linesByText(reader.blocks, text), files, lost }
}
