import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { checkStyle, type Finding } from '@/lib/bengali/house-style/house-style'

/** A finding of the house style in the text, with the words it is about. */
export type PlacedFinding = Finding & { from: number; to: number; text: string }

const styleKey = new PluginKey<DecorationSet>('styleMarks')
// A word is not checked before it is finished.
const debounceMs = 500

const findingsByNode = new WeakMap<Node, Finding[]>()

/** A paragraph that did not change is not looked at again: a pause in typing costs one. */
function findingsOf(paragraph: Node): Finding[] {
  const findings = findingsByNode.get(paragraph) ?? checkStyle(paragraph.textContent)
  findingsByNode.set(paragraph, findings)
  return findings
}

function markAll(document: Node): DecorationSet {
  const marks: Decoration[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const finding of findingsOf(node)) {
      const [from, to] = [position + 1 + finding.start, position + 1 + finding.end]
      const text = node.textContent.slice(finding.start, finding.end)
      marks.push(Decoration.inline(from, to, { class: 'style-mark' }, { ...finding, text }))
    }
    return false
  })
  return DecorationSet.create(document, marks)
}

/** Checks the text when typing pauses, and never during a composition of an input method. */
class StyleCheckView {
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private view: EditorView) {
    this.#schedule()
  }
  update(view: EditorView, before: EditorState) {
    if (view.state.doc !== before.doc) this.#schedule()
  }
  destroy() {
    clearTimeout(this.#timer)
  }
  #schedule() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#check(), debounceMs)
  }
  #check() {
    if (this.view.composing) return this.#schedule()
    const { tr, doc } = this.view.state
    this.view.dispatch(tr.setMeta(styleKey, markAll(doc)).setMeta('addToHistory', false))
  }
}

/** Underlines findings of the house style during writing. The marks are not stored. */
export const StyleMarks = Extension.create({
  name: 'styleMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: styleKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, marks) =>
          tr.getMeta(styleKey) ?? (tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks),
      },
      props: { decorations: (state) => styleKey.getState(state) },
      view: (view) => new StyleCheckView(view),
    }),
  ],
})

/** The findings in the text, in order, without those whose text has changed since. */
export function listFindings({ state }: Editor): PlacedFinding[] {
  const marks = styleKey.getState(state)?.find() ?? []
  return marks
    .map(({ from, to, spec }) => ({ ...(spec as PlacedFinding), from, to }))
    .filter(({ from, to, text }) => state.doc.textBetween(from, to) === text)
    .sort((a, b) => a.from - b.from)
}

/** Applies the suggestion of a finding. */
export function fixFinding(editor: Editor, { from, to, text, suggestion }: PlacedFinding): void {
  if (suggestion === null || editor.state.doc.textBetween(from, to) !== text) return
  editor.commands.command(({ tr }) => {
    closeHistory(tr).insertText(suggestion, from, to)
    return true
  })
}
