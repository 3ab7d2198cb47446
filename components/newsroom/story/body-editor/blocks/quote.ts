import { type Editor, Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { goBelow, goTo } from '@/components/newsroom/story/body-editor/commands/caret'
import { textOfRuns } from '@/components/newsroom/story/body-editor/paste/text-runs'
import type { QuoteBlock } from '@/lib/content-model/blocks/quote'
import type { EditorBlock } from './editor-block'

/** A quote and its speaker. */
const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'quoteText speaker',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
})

const QuoteText = Node.create({
  name: 'quoteText',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p[data-quote]', priority: 60 }],
  renderHTML: () => ['p', { 'data-quote': '' }, 0],
})

const Speaker = Node.create({
  name: 'speaker',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'footer' }],
  renderHTML: () => ['footer', 0],
})

/** Replaces the top block at `position`, with the caret where it was in its text. */
function replaceBlock(
  tr: Transaction,
  position: number,
  old: DocumentNode,
  replacements: DocumentNode[],
  shift: number,
) {
  const { anchor, head } = tr.selection
  const isInside = anchor > position && head < position + old.nodeSize
  tr.replaceWith(position, position + old.nodeSize, replacements)
  if (isInside) tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift))
}

/** The quotes among the selected blocks become paragraphs, the speaker one of their own. */
function unquote(tr: Transaction): void {
  const { from, to, $from } = tr.selection
  const wasSpeaker = $from.parent.type.name === 'speaker'
  const found: { at: number; node: DocumentNode }[] = []
  tr.doc.nodesBetween(from, to, (node, at, parent) => {
    if (parent === tr.doc && node.type.name === 'quote') found.unshift({ at, node })
    return false
  })
  for (const { at, node } of found) {
    const { paragraph } = tr.doc.type.schema.nodes
    const lines = node.children.filter((line, n) => n === 0 || line.content.size > 0)
    const replacements = lines
      .map((line) => paragraph?.create(null, line.content))
      .filter((each) => !!each)
    const isSpeakerGone = wasSpeaker && replacements.length === 1
    replaceBlock(tr, at, node, replacements, isSpeakerGone ? -3 : -1)
  }
}

/** The selected paragraphs and subheadings become quotes. */
function quote(tr: Transaction): void {
  const { from, to } = tr.selection
  const found: { at: number; node: DocumentNode }[] = []
  tr.doc.nodesBetween(from, to, (node, at, parent) => {
    if (parent === tr.doc && node.isTextblock && node.type.name !== 'picture')
      found.unshift({ at, node })
    return false
  })
  const { quote: Quote, quoteText, speaker } = tr.doc.type.schema.nodes
  for (const { at, node } of found) {
    const replacements = Quote?.create(
      null,
      [quoteText, speaker].flatMap((type, n) =>
        type ? [type.create(null, n === 0 ? node.content : null)] : [],
      ),
    )
    if (replacements) replaceBlock(tr, at, node, [replacements], 1)
  }
}

/** Runs a document change as an editor command. */
const run = (editor: Editor, change: (tr: Transaction) => void) =>
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      change(tr)
      return true
    })
    .run()

const parentName = ({ state }: Editor) => state.selection.$from.parent.type.name

export const quoteEditorBlock: EditorBlock<QuoteBlock> = {
  nodes: [Quote, QuoteText, Speaker],
  placeholders: ['quoteText', 'speaker'],
  toolbar: {
    textKinds: [
      {
        name: 'quote',
        shortcut: 'Mod-Shift-9',
        make: (editor) => run(editor, quote),
        clear: (editor) => run(editor, unquote),
      },
    ],
  },
  Tools: null,
  keys: {
    enter: (editor) =>
      parentName(editor) === 'quoteText'
        ? goTo(editor, editor.state.selection.$to.after() + 1)
        : goBelow(editor),
    backspace: (editor) =>
      parentName(editor) === 'quoteText'
        ? run(editor, unquote)
        : goTo(editor, editor.state.selection.$from.before() - 1),
    tab: null,
  },
  paste: {
    html: {
      matches: (element) =>
        element.tagName === 'BLOCKQUOTE' &&
        !element.matches('.twitter-tweet, .twitter-video, .instagram-media, .tiktok-embed'),
      read: (element, reader, runStyle) => {
        if (element.querySelector('h1, h2, h3, h4, ul, ol, table, blockquote')) {
          reader.flush()
          reader.walk(element, runStyle)
          return reader.flush()
        }
        const attribution = element.querySelector('footer, cite')
        const speaker = attribution
          ? textOfRuns(reader.runsOf(attribution, {})).replace(/^[—–-]\s*/, '')
          : ''
        attribution?.remove()
        const content = reader.runsOf(element, runStyle)
        reader.flush()
        if (content.length > 0) reader.push({ kind: 'quote', content, ...(speaker && { speaker }) })
      },
    },
    mapTexts: (block, runs) => ({ ...block, content: runs(block.content) }),
    lines: ({ content }) => [content],
  },
}
