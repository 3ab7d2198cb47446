import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { decodeBijoy, findBijoy } from '@/lib/bengali/bijoy'
import { normalizeText } from '@/lib/bengali/text'
import { type BijoyFound, bijoyKey, type Range, type Unsure } from './state'

type Change = Range & { converted: string; isSure: boolean }

const overlaps = (one: Range, other: Range) => one.from < other.to && other.from < one.to

/** Of a paragraph at `position`: the words that change, those set in a Bijoy face without a doubt. */
function changesIn(paragraph: Node, position: number, { from, to, faces }: BijoyFound): Change[] {
  const text = paragraph.textBetween(0, paragraph.content.size)
  const begin = position + 1
  const set = faces
    .map((face) => ({
      from: Math.max(face.from, begin),
      to: Math.min(face.to, begin + text.length),
    }))
    .filter((face) => face.to > face.from)
  const certain = set.map((face) => ({
    ...face,
    converted: decodeBijoy(text.slice(face.from - begin, face.to - begin)),
    isSure: true,
  }))
  const judged = findBijoy(text)
    .map(({ start, end, converted, certainty }) => ({
      from: begin + start,
      to: begin + end,
      converted,
      isSure: certainty === 'sure',
    }))
    .filter(
      (change) => overlaps(change, { from, to }) && !set.some((face) => overlaps(change, face)),
    )
  return [...certain, ...judged].sort((a, b) => a.from - b.from)
}

function listChanges(document: Node, found: BijoyFound): Change[] {
  const changes: Change[] = []
  document.nodesBetween(found.from, Math.min(found.to, document.content.size), (node, position) => {
    if (node.isTextblock) changes.push(...changesIn(node, position, found))
    return !node.isTextblock
  })
  return changes
}

function convertIn(tr: Transaction, found: BijoyFound): Unsure[] {
  const changes = listChanges(tr.doc, found)
  const unsure = changes
    .filter(({ isSure }) => !isSure)
    .map(({ isSure: _, ...word }) => ({
      ...word,
      original: tr.doc.textBetween(word.from, word.to),
    }))
  const steps = tr.steps.length
  for (const { from, to, converted } of changes.filter(({ isSure }) => isSure).toReversed()) {
    tr.insertText(converted, from, to)
  }
  const since = tr.mapping.slice(steps)
  return unsure.map((word) => ({
    ...word,
    from: since.map(word.from, 1),
    to: since.map(word.to, -1),
  }))
}

/** The pasted text is Bijoy: what is sure is converted, the rest is marked. One step back for undo. */
export function convertFound(editor: Editor): void {
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const found = bijoyKey.getState(state)?.found
      if (!found) return false
      // Taken back, the pasted text is there again as it was.
      closeHistory(tr)
      const unsure = convertIn(tr, found)
      tr.setMeta(bijoyKey, { found: null, unsure })
      return true
    })
    .run()
}

/** The pasted text is what it seems. */
export function keepFound(editor: Editor): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.setMeta(bijoyKey, { found: null })
      return true
    })
    .run()
}

/** The writer said of a word what it is. */
export function settleWord(editor: Editor, word: Unsure, isBijoyWord: boolean): void {
  editor.commands.command(({ tr }) => {
    tr.setMeta(bijoyKey, { settled: [word] })
    if (isBijoyWord) tr.insertText(normalizeText(word.converted), word.from, word.to)
    return true
  })
}
