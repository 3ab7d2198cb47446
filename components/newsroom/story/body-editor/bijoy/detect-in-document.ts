import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { BijoyDecisions } from '@/components/newsroom/bijoy/bijoy-decisions'
import { findAmbiguous, findOccurrences } from '@/components/newsroom/bijoy/detect-in-line'
import { type AmbiguousRange, type BijoyFound, bijoyKey, type Range } from './bijoy-plugin'
import { escapeFound, listChanges } from './convert'

function listParagraphs(document: Node): { text: string; begin: number }[] {
  const paragraphs: { text: string; begin: number }[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    paragraphs.push({ text: node.textBetween(0, node.content.size), begin: position + 1 })
    return false
  })
  return paragraphs
}

/**
 * For a text just shown: offers Bijoy without an answer and marks pending words.
 * @param remembered the answers stored in this browser
 */
export function detectInDocument(editor: Editor, { doubts, faces, kept }: BijoyDecisions): void {
  const { doc, tr } = editor.state
  const paragraphs = listParagraphs(doc)
  const fontRanges: Range[] = paragraphs.flatMap(({ text, begin }) =>
    faces.flatMap((face) =>
      findOccurrences(text, face).map(({ start, end }) => ({
        from: begin + start,
        to: begin + end,
      })),
    ),
  )
  const all: BijoyFound = { from: 0, to: doc.content.size, faces: fontRanges }
  const isFound = listChanges(doc, all, kept).some(({ isSure }) => isSure)
  const unsure: AmbiguousRange[] = paragraphs.flatMap(({ text, begin }) =>
    findAmbiguous(text, doubts).map(({ start, end, ...word }) => ({
      ...word,
      from: begin + start,
      to: begin + end,
    })),
  )
  if (!isFound && unsure.length === 0) return
  const meta = { found: isFound ? all : null, unsure }
  editor.view.dispatch(tr.setMeta(bijoyKey, meta).setMeta('addToHistory', false))
}

/** For a text being written: offers typed Bijoy like pasted Bijoy. Words in `kept` are offered once. */
export function detectTyped(view: EditorView, kept: string[]): void {
  const { doc, tr } = view.state
  if (!view.editable || bijoyKey.getState(view.state)?.found) return
  const all: BijoyFound = { from: 0, to: doc.content.size, faces: [] }
  if (!listChanges(doc, all, kept).some(({ isSure }) => isSure)) return
  escapeFound(tr, all)
  view.dispatch(tr.setMeta(bijoyKey, { found: all }).setMeta('addToHistory', false))
}
