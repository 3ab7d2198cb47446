import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export type Range = { from: number; to: number }

/** Pasted text that may be Bijoy, and the parts of it that were set in a Bijoy face, so that nothing else can be meant. */
export type BijoyFound = Range & { faces: Range[] }

/** A word that may be Bijoy or may be what it seems: for the writer to say. */
export type Unsure = Range & { original: string; converted: string }

type Given =
  | { found: BijoyFound | null; unsure?: Unsure[] }
  /** These are settled. */
  | { settled: Unsure[] }

type BijoyState = { found: BijoyFound | null; unsure: DecorationSet }

export const bijoyKey = new PluginKey<BijoyState>('bijoy')

const decorationOf = ({ from, to, ...words }: Unsure) =>
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

function apply(tr: Transaction, { found, unsure }: BijoyState): BijoyState {
  const given: Given | undefined = tr.getMeta(bijoyKey)
  const mapped = unsure.map(tr.mapping, tr.doc)
  if (!given) return { found: mapFound(tr, found), unsure: mapped }
  if ('found' in given) {
    return {
      found: given.found,
      unsure: mapped.add(tr.doc, (given.unsure ?? []).map(decorationOf)),
    }
  }
  const gone = given.settled.flatMap(({ from, to }) => mapped.find(from, to))
  return { found: mapFound(tr, found), unsure: mapped.remove(gone) }
}

const textAt = (document: Node, { from, to }: Range) => document.textBetween(from, to)

/** The words that wait for the writer, in order; one that was changed meanwhile is settled. */
export function unsureWords(state: EditorState): Unsure[] {
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

/** What of the text was pasted and may be Bijoy: to be converted, or kept, when somebody says so. Nothing of it is stored. */
export const bijoyPlugin = () =>
  new Plugin<BijoyState>({
    key: bijoyKey,
    state: { init: () => ({ found: null, unsure: DecorationSet.empty }), apply },
    props: { decorations: (state) => bijoyKey.getState(state)?.unsure },
  })
