import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { AmbiguousWord } from '@/components/newsroom/bijoy/bijoy-decisions'

export type Range = { from: number; to: number }

/** Pasted text that may be Bijoy, and the parts of it that were set in a Bijoy face, so that nothing else can be meant. */
export type BijoyFound = Range & { faces: Range[] }

/** A word that may be Bijoy or may be what it seems: for the writer to say. */
export type AmbiguousRange = Range & AmbiguousWord

type BijoyMeta =
  | { found: BijoyFound | null; unsure?: AmbiguousRange[] }
  /** These are settled. */
  | { settled: AmbiguousRange[] }

type BijoyState = { found: BijoyFound | null; unsure: DecorationSet }

/** What waits for the writer, as words: it can be found again in the text that a new page shows. */
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
  // Taken back or deleted: there is nothing to ask about any more.
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

/** The words that wait for the writer, in order; one that was changed meanwhile is settled. */
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
 * What of the text may be Bijoy: to be converted, or kept, when somebody says so. Nothing of it is stored with the story.
 * @param onPendingChange told whenever what waits is another
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
