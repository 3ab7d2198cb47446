import { type Editor, Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { goBelow, goTo } from '@/components/newsroom/story/body-editor/commands/caret'
import type { WithRuns } from '@/components/newsroom/story/body-editor/paste/pasted'
import type { FactBoxBlock, FactBoxPart } from '@/lib/content-model/blocks/fact-box'
import type { EditorBlock } from './editor-block'
import { listEditorBlock } from './list'
import { paragraphEditorBlock } from './paragraph'

const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: 'factBoxTitle (paragraph | bulletList | orderedList)+',
  isolating: true,
  parseHTML: () => [{ tag: 'aside[data-fact-box]' }],
  renderHTML: () => [
    'aside',
    {
      'data-fact-box': '',
      class: 'border-t-3 border-b border-ink py-4 text-16 [&>*+*]:mt-3',
    },
    0,
  ],
})

const FactBoxTitle = Node.create({
  name: 'factBoxTitle',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'p[data-fact-box-title]', priority: 60 }],
  renderHTML: () => ['p', { 'data-fact-box-title': '', class: 'text-19 font-bold' }, 0],
})

/** The box that has the caret, where it begins, and the part of it with the caret: 0 is the title. */
function boxOf({ state: { selection } }: Editor) {
  const { $from } = selection
  return { box: $from.node(1), begin: $from.before(1), part: $from.index(1) }
}

/** Whether the caret is in a paragraph of the box itself, not of a list. */
const isInParagraph = ({ state: { selection } }: Editor) =>
  selection.$from.depth === 2 && selection.$from.parent.type.name === 'paragraph'

const endOfTitle = ({ box, begin }: { box: DocumentNode; begin: number }) =>
  begin + 1 + (box.firstChild?.nodeSize ?? 2) - 1

/** The empty paragraph of the box that has the caret; null where there is text. */
function emptyParagraph(editor: Editor) {
  const { $from } = editor.state.selection
  const isEmpty = isInParagraph(editor) && $from.parent.content.size === 0
  return isEmpty ? { from: $from.before(), to: $from.after() } : null
}

/** The box becomes what is in it: its title a paragraph, with the caret at its start. */
function unwrap(editor: Editor): boolean {
  const { box, begin } = boxOf(editor)
  return editor
    .chain()
    .focus()
    .command(({ tr, state: { schema } }) => {
      const [title, ...content] = box.children
      const first = title?.content.size ? schema.nodes.paragraph?.create(null, title.content) : null
      tr.replaceWith(begin, begin + box.nodeSize, first ? [first, ...content] : content)
      tr.setSelection(Selection.near(tr.doc.resolve(begin)))
      return true
    })
    .run()
}

/** An empty last paragraph leads out of the box. */
function onEnter(editor: Editor): boolean {
  const { box, begin, part } = boxOf(editor)
  if (part === 0) return goTo(editor, begin + 1 + (box.firstChild?.nodeSize ?? 2))
  const isLast = part === box.childCount - 1
  const emptied = emptyParagraph(editor)
  if (!emptied || !isLast) return false
  // A box keeps one paragraph.
  return goBelow(editor, box.childCount > 2 ? emptied : undefined)
}

/** At the start of the title the box goes; at the start of its text the caret goes to the title. */
function onBackspace(editor: Editor): boolean {
  const here = boxOf(editor)
  if (here.part === 0) return unwrap(editor)
  if (here.part > 1 || !isInParagraph(editor)) return false
  const emptied = emptyParagraph(editor)
  const to = endOfTitle(here)
  return editor
    .chain()
    .command(({ tr }) => {
      if (emptied && here.box.childCount > 2) tr.delete(emptied.from, emptied.to)
      tr.setSelection(TextSelection.create(tr.doc, to))
      return true
    })
    .scrollIntoView()
    .run()
}

/**
 * Enter moves from the title to the text and then below the box; Backspace moves back to the title and then out of
 * the box.
 */
function onTab(editor: Editor, step: 1 | -1): boolean {
  const { box, begin, part } = boxOf(editor)
  if (step === -1) return part > 0 && goTo(editor, endOfTitle({ box, begin }))
  return part === 0 ? goTo(editor, begin + 1 + (box.firstChild?.nodeSize ?? 2)) : goBelow(editor)
}

const isPart = (block: { kind: string }): block is WithRuns<FactBoxPart> =>
  block.kind === 'paragraph' || block.kind === 'list'

export const factBoxEditorBlock: EditorBlock<FactBoxBlock> = {
  nodes: [FactBox, FactBoxTitle],
  placeholders: ['factBoxTitle'],
  toolbar: {
    insert: {
      name: 'factBox',
      icon: 'M4 4h16M4 20h16M12 11v5M12 8h.01',
      block: { kind: 'factBox', content: [{ kind: 'paragraph', content: [] }] },
    },
  },
  Tools: null,
  keys: { enter: onEnter, backspace: onBackspace, tab: onTab },
  paste: {
    html: {
      matches: (element) => element.matches('aside[data-fact-box]'),
      read: (element, reader, runStyle) => {
        reader.flush()
        const start = reader.blocks.length
        reader.walk(element, runStyle)
        reader.flush()
        const [first, ...rest] = reader.blocks.splice(start)
        if (!first) return
        const title = first.kind === 'subheading' ? first.text : undefined
        const inner = title === undefined ? [first, ...rest] : rest
        const content = inner.filter(isPart)
        if (title && content.length === 0) content.push({ kind: 'paragraph', content: [] })
        if (content.length > 0) reader.push({ kind: 'factBox', ...(title && { title }), content })
        // Blocks that a box cannot hold are placed below it.
        for (const block of inner) if (!isPart(block)) reader.push(block)
      },
    },
    mapTexts: ({ title, ...block }, runs, text) => ({
      ...block,
      ...(title && { title: text(title) }),
      content: block.content.map((part) =>
        part.kind === 'list'
          ? listEditorBlock.paste.mapTexts(part, runs, text)
          : paragraphEditorBlock.paste.mapTexts(part, runs, text),
      ),
    }),
    lines: ({ title, content }) => [
      ...(title ? [[{ text: title }]] : []),
      ...content.flatMap((part) =>
        part.kind === 'list'
          ? listEditorBlock.paste.lines(part)
          : paragraphEditorBlock.paste.lines(part),
      ),
    ],
  },
}
