import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { kindsFor } from '@/components/newsroom/story/body-editor/commands/text-kinds'
import { insertPasted } from '@/components/newsroom/story/body-editor/paste/insert-pasted'
import { bodySchema } from '@/components/newsroom/story/body-editor/schema/extensions'
import type { FactBoxBlock } from '@/lib/content-model/blocks/fact-box'
import type { Body } from '@/lib/content-model/body'
import { toEditorDocument } from '@/lib/newsroom/draft/editor-document'
import { factBoxEditorBlock } from './fact-box'

const box = (title: string, ...texts: string[]): FactBoxBlock => ({
  kind: 'factBox',
  title,
  content: texts.map((text) => ({ kind: 'paragraph', content: text ? [{ text }] : [] })),
})

/** An editor with the caret before the letter `|` of the body, which is taken out. */
function editorWith(body: Body): Editor {
  const content = toEditorDocument(body)
  const editor = new Editor({ element: null, extensions: bodySchema, content })
  let at = 0
  editor.state.doc.descendants((node, position) => {
    if (node.text?.includes('|')) at = position + node.text.indexOf('|')
  })
  const tr = editor.state.tr.delete(at, at + 1)
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)))
  return editor
}

/** The document's texts by node, with `|` at the caret. */
function shown({ state }: Editor): string {
  const { doc, selection } = state
  return doc.type.schema.topNodeType
    .create(null, state.tr.insertText('|', selection.from).doc.content)
    .toString()
    .replace(/^doc\(|\)$/g, '')
    .replaceAll('factBoxTitle', 'title')
    .replaceAll('paragraph', 'p')
}

const { enter, backspace, tab } = factBoxEditorBlock.keys
const keys = {
  Enter: (editor: Editor) => enter?.(editor),
  Backspace: (editor: Editor) => backspace?.(editor),
  Tab: (editor: Editor) => tab?.(editor, 1),
  'Shift-Tab': (editor: Editor) => tab?.(editor, -1),
}

describe('a key in a fact box', () => {
  const after: Body = [{ kind: 'paragraph', content: [{ text: 'পর' }] }]
  test.each<[keyof typeof keys, string, Body, string]>([
    [
      'Enter',
      'leads from the title to the text',
      [box('এ|ক', 'দুই'), ...after],
      'factBox(title("এক"), p("|দুই")), p("পর")',
    ],
    [
      'Enter',
      'leaves by an empty last paragraph, which goes',
      [box('এক', 'দুই', '|'), ...after],
      'factBox(title("এক"), p("দুই")), p("|পর")',
    ],
    [
      'Enter',
      'keeps the only paragraph',
      [box('এক', '|'), ...after],
      'factBox(title("এক"), p), p("|পর")',
    ],
    [
      'Enter',
      'makes a paragraph below where no text follows',
      [box('এক', 'দুই', '|')],
      'factBox(title("এক"), p("দুই")), p("|")',
    ],
    [
      'Backspace',
      'leads from the text to the title',
      [box('এক', '|দুই')],
      'factBox(title("এক|"), p("দুই"))',
    ],
    [
      'Backspace',
      'takes an empty first paragraph along',
      [box('এক', '|', 'দুই')],
      'factBox(title("এক|"), p("দুই"))',
    ],
    [
      'Backspace',
      'dissolves the box in the title',
      [box('|এক', 'দুই'), ...after],
      'p("|এক"), p("দুই"), p("পর")',
    ],
    ['Backspace', 'leaves no paragraph of an empty title', [box('|', 'দুই')], 'p("|দুই")'],
    [
      'Tab',
      'leads from the title to the text',
      [box('এ|ক', 'দুই')],
      'factBox(title("এক"), p("|দুই"))',
    ],
    [
      'Tab',
      'leads from the text below the box',
      [box('এক', 'দু|ই', 'তিন'), ...after],
      'factBox(title("এক"), p("দুই"), p("তিন")), p("|পর")',
    ],
    [
      'Shift-Tab',
      'leads from the text to the title',
      [box('এক', 'দু|ই')],
      'factBox(title("এক|"), p("দুই"))',
    ],
  ])('%s %s', (key, _, body, expected) => {
    const editor = editorWith(body)

    keys[key](editor)

    editor.state.doc.check()
    expect(shown(editor)).toBe(expected)
  })

  test.each<[keyof typeof keys, string, Body]>([
    ['Enter', 'in a paragraph with text', [box('এক', 'দুই|')]],
    ['Enter', 'in an empty paragraph between others', [box('এক', '|', 'দুই')]],
    ['Backspace', 'in a later paragraph', [box('এক', 'দুই', '|তিন')]],
    ['Shift-Tab', 'in the title, so that it leaves the editor', [box('এ|ক', 'দুই')]],
  ])('%s is left to the default %s', (key, _, body) => {
    expect(keys[key](editorWith(body))).toBe(false)
  })
})

test('the text of a fact box may be a list, and no block that it cannot hold', () => {
  expect(kindsFor(editorWith([box('এক', 'দুই|')]))).toEqual([
    'paragraph',
    'bulletList',
    'orderedList',
  ])
  expect(kindsFor(editorWith([box('এ|ক', 'দুই')]))).toEqual([])
})

test('of what is pasted a fact box takes paragraphs and lists; the rest are lines', () => {
  const editor = editorWith([box('এক', 'দুই', '|')])

  insertPasted(editor, [
    { kind: 'subheading', text: 'উপশিরোনাম' },
    { kind: 'list', ordered: false, items: [[{ text: 'চাল' }]] },
    { kind: 'quote', content: [{ text: 'কথা' }] },
  ])

  expect(shown(editor).replace('|', '')).toBe(
    'factBox(title("এক"), p("দুই"), p("উপশিরোনাম"), bulletList(listItem(p("চাল"))), p("কথা"))',
  )
})
