import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { AmbiguousWord } from '@/components/newsroom/bijoy/bijoy-decisions'

export type Range = { from: number; to: number }

/** Pasted text that may be Bijoy, and its parts in a Bijoy font, which are surely Bijoy. */
export type BijoyFound = Range & { faces: Range[] }

/** A word that may or may not be Bijoy: the writer decides. */
export type AmbiguousRange = Range & AmbiguousWord

type BijoyMeta =
  | { found: BijoyFound | null; unsure?: AmbiguousRange[] }
  /** Marks these words as answered. */
  | { settled: AmbiguousRange[] }

type BijoyState = { found: BijoyFound | null; unsure: DecorationSet }

/** The pending words as text, so that they can be found again after a reload. */
export type PendingWords = { doubts: AmbiguousWord[]; faces: string[] }

export const bijoyKey = new PluginKey<BijoyState>('bijoy')

const decorationOf = ({ from, to, ...words }: AmbiguousRange) =>
  Decoration.inline(from, to, { class: 'unsure-word' }, words)

const mapRange = (tr: Transaction, { from, to }: Range): Range => ({
  from: tr.mapping.map(from, -1),
  to: tr.mapping.map(to, 1),
})

function mapFound(tr: Transaction, found: BijoyFound | null): BijoyFound | null {
  if (!found || !tr.docChanged) return found
  const range = mapRange(tr, found)
  // The text was undone or deleted: there is nothing left to ask.
  return range.to > range.from
    ? { ...range, faces: found.faces.map((face) => mapRange(tr, face)) }
    : null
}

function apply(tr: Transaction, before: BijoyState): BijoyState {
  const meta: BijoyMeta | undefined = tr.getMeta(bijoyKey)
  const { found, unsure } = before
  if (!meta && found === null && unsure === DecorationSet.empty) return before
  const mapped = unsure.map(tr.mapping, tr.doc)
  if (!meta) return { found: mapFound(tr, found), unsure: mapped }
  if ('found' in meta) {
    return {
      found: meta.found,
      unsure: mapped.add(tr.doc, (meta.unsure ?? []).map(decorationOf)),
    }
  }
  const resolved = meta.settled.flatMap(({ from, to }) => mapped.find(from, to))
  return { found: mapFound(tr, found), unsure: mapped.remove(resolved) }
}

const textAt = (document: Node, { from, to }: Range) => document.textBetween(from, to)

/** The pending words in order. A word that was changed meanwhile counts as answered. */
export function ambiguousWords(state: EditorState): AmbiguousRange[] {
  const { unsure } = bijoyKey.getState(state) ?? { unsure: DecorationSet.empty }
  return unsure
    .find()
    .map(({ from, to, spec }) => ({
      from,
      to,
      original: String(spec.original),
      converted: String(spec.converted),
    }))
    .filter((word) => textAt(state.doc, word) === word.original)
    .sort((a, b) => a.from - b.from)
}

function pendingWordsIn(state: EditorState): PendingWords {
  const faces = bijoyKey.getState(state)?.found?.faces ?? []
  return {
    doubts: ambiguousWords(state).map(({ original, converted }) => ({ original, converted })),
    faces: faces.map((face) => textAt(state.doc, face)),
  }
}

/**
 * Text that may be Bijoy, converted or kept as the writer decides. The marks are not stored with the story.
 * @param onPendingChange called when the pending words change
 */
export const bijoyPlugin = (onPendingChange: (pending: PendingWords) => void) =>
  new Plugin<BijoyState>({
    key: bijoyKey,
    state: { init: () => ({ found: null, unsure: DecorationSet.empty }), apply },
    props: { decorations: (state) => bijoyKey.getState(state)?.unsure },
    view: () => ({
      update: ({ state }, before) => {
        if (bijoyKey.getState(state) !== bijoyKey.getState(before))
          onPendingChange(pendingWordsIn(state))
      },
    }),
  })
