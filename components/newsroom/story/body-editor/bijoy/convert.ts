import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { BijoyDecisionStore } from '@/components/newsroom/bijoy/bijoy-decisions'
import { decodeBijoy, findBijoy, holdBijoy } from '@/lib/bengali/bijoy/bijoy'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { type AmbiguousRange, type BijoyFound, bijoyKey, type Range } from './bijoy-plugin'

type Change = Range & { converted: string; isSure: boolean }

const overlaps = (one: Range, other: Range) => one.from < other.to && other.from < one.to

/** The words of the paragraph at `position` that change. Words in a Bijoy font always change. */
function changesIn(
  paragraph: Node,
  position: number,
  { from, to, faces }: BijoyFound,
  kept: string[],
): Change[] {
  const text = paragraph.textBetween(0, paragraph.content.size)
  const begin = position + 1
  const fontRanges = faces
    .map((face) => ({
      from: Math.max(face.from, begin),
      to: Math.min(face.to, begin + text.length),
    }))
    .filter((face) => face.to > face.from)
  const certain = fontRanges.map((face) => ({
    ...face,
    converted: decodeBijoy(text.slice(face.from - begin, face.to - begin)),
    isSure: true,
  }))
  const detected = findBijoy(text)
    .filter((finding) => !kept.includes(finding.text))
    .map(({ start, end, converted, certainty }) => ({
      from: begin + start,
      to: begin + end,
      converted,
      isSure: certainty === 'sure',
    }))
    .filter(
      (change) =>
        overlaps(change, { from, to }) && !fontRanges.some((face) => overlaps(change, face)),
    )
  return [...certain, ...detected].sort((a, b) => a.from - b.from)
}

/** The changes that convert the detected text. Words in `kept` stay unchanged. */
export function listChanges(document: Node, found: BijoyFound, kept: string[]): Change[] {
  const changes: Change[] = []
  document.nodesBetween(found.from, Math.min(found.to, document.content.size), (node, position) => {
    if (node.isTextblock) changes.push(...changesIn(node, position, found, kept))
    return !node.isTextblock
  })
  return changes
}

const ambiguousOf = (document: Node, changes: Change[]): AmbiguousRange[] =>
  changes
    .filter(({ isSure }) => !isSure)
    .map(({ isSure: _, ...word }) => ({
      ...word,
      original: document.textBetween(word.from, word.to),
    }))

/** Words of the range that only the writer can judge; null when some are Bijoy beyond doubt. */
export function ambiguousIn(document: Node, range: Range): AmbiguousRange[] | null {
  const changes = listChanges(document, { ...range, faces: [] }, [])
  return changes.some(({ isSure }) => isSure) ? null : ambiguousOf(document, changes)
}

/**
 * Spells Bijoy so that text normalization removes nothing while it awaits an answer. Each character is replaced
 * by one character, so that positions stay the same.
 */
export function escapeFound(tr: Transaction, found: BijoyFound): void {
  for (const { from, to } of listChanges(tr.doc, found, [])) {
    const word = tr.doc.textBetween(from, to)
    ;[...holdBijoy(word)].forEach((char, at) => {
      if (char !== word[at]) tr.insertText(char, from + at, from + at + 1)
    })
  }
}

function convertIn(tr: Transaction, found: BijoyFound, kept: string[]): AmbiguousRange[] {
  const changes = listChanges(tr.doc, found, kept)
  const unsure = ambiguousOf(tr.doc, changes)
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

/** The button disappears after the answer, so the focus returns to the text at once, not in the next frame. */
const focusEditor = (editor: Editor) => editor.view.focus()

/** The text is Bijoy: converts the sure words and marks the rest, as one undo step. */
export function convertFound(editor: Editor, decisions: BijoyDecisionStore): void {
  focusEditor(editor)
  editor.commands.command(({ tr, state }) => {
    const found = bijoyKey.getState(state)?.found
    if (!found) return false
    // Undo restores the pasted text.
    closeHistory(tr)
    const unsure = convertIn(tr, found, decisions.snapshot().kept)
    tr.setMeta(bijoyKey, { found: null, unsure })
    return true
  })
}

/** The detected text is not Bijoy. */
export function keepFoundAsTyped(editor: Editor, decisions: BijoyDecisionStore): void {
  const found = bijoyKey.getState(editor.state)?.found
  const { doc } = editor.state
  const changes = found ? listChanges(doc, found, []) : []
  decisions.keepAsTyped(changes.map(({ from, to }) => doc.textBetween(from, to)))
  focusEditor(editor)
  editor.commands.command(({ tr }) => {
    tr.setMeta(bijoyKey, { found: null })
    return true
  })
}

/** The writer answered for a word. */
export function resolveWord(
  editor: Editor,
  decisions: BijoyDecisionStore,
  word: AmbiguousRange,
  isBijoyWord: boolean,
): void {
  if (!isBijoyWord) decisions.keepAsTyped([word.original])
  editor.commands.command(({ tr }) => {
    tr.setMeta(bijoyKey, { settled: [word] })
    if (isBijoyWord) tr.insertText(normalizeText(word.converted), word.from, word.to)
    return true
  })
}
