import type { Editor } from '@tiptap/core'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { isHidden } from '@/components/newsroom/story/body-editor/paste/inline-style'
import { type Run, runStyleInside } from '@/components/newsroom/story/body-editor/paste/text-runs'
import type { ListBlock } from '@/lib/content-model/blocks/list'
import type { EditorBlock, PasteReader, TextKindRule } from './editor-block'

// A list is flat, as the article page draws it.
const FlatItem = ListItem.extend({ content: 'paragraph' })
const NumberedList = OrderedList.extend({ addAttributes: () => ({}) })

const ruleOf = (name: 'bulletList' | 'orderedList', shortcut: string): TextKindRule => ({
  name,
  shortcut,
  make: (editor: Editor) => editor.chain().focus().toggleList(name, 'listItem').run(),
  clear: (editor: Editor) => editor.chain().focus().liftListItem('listItem').run(),
})

const WORD_LIST = /mso-list:\s*l\d+\s+level\d+/i
const NUMBERED = /^[\s(]*([\d০-৯]+|[a-zivx]{1,4}|[ক-হ])[.)।]/i

const isWordItem = (element: Element) => WORD_LIST.test(element.getAttribute('style') ?? '')

/** Word writes lists as paragraphs with a mark of their own in front. */
function readWordItem(element: HTMLElement, reader: PasteReader, runs: Run[]) {
  const mark = element.querySelector('[style*="mso-list" i]')?.textContent ?? ''
  const ordered = NUMBERED.test(mark)
  reader.flush()
  const last = reader.blocks.at(-1)
  const before = element.previousElementSibling
  const continuesList = before !== null && isWordItem(before)
  if (last?.kind === 'list' && continuesList && last.ordered === ordered) last.items.push(runs)
  else if (runs.length > 0) reader.push({ kind: 'list', ordered, items: [runs] })
}

export const listEditorBlock: EditorBlock<ListBlock> = {
  nodes: [BulletList, NumberedList, FlatItem],
  placeholders: [],
  toolbar: {
    textKinds: [ruleOf('bulletList', 'Mod-Shift-8'), ruleOf('orderedList', 'Mod-Shift-7')],
  },
  Tools: null,
  // The list extensions have their own.
  keys: { enter: null, backspace: null, tab: null },
  paste: {
    html: {
      matches: (element) => /^(ul|ol)$/i.test(element.tagName) || isWordItem(element),
      read: (element, reader, runStyle) => {
        if (!/^(ul|ol)$/i.test(element.tagName)) {
          return readWordItem(element, reader, reader.runsOf(element, runStyle))
        }
        const items: Run[][] = []
        const collectItems = (list: Element) => {
          for (const child of list.children) {
            if (isHidden(child)) continue
            if (/^(ul|ol)$/i.test(child.tagName)) collectItems(child)
            else {
              const nested = [...child.querySelectorAll(':scope ul, :scope ol')].filter(
                (inner) => inner.parentElement?.closest('ul, ol') === list,
              )
              for (const inner of nested) inner.remove()
              const runs = reader.runsOf(child, runStyleInside(child as HTMLElement, runStyle))
              if (runs.length > 0) items.push(runs)
              for (const inner of nested) collectItems(inner)
            }
          }
        }
        reader.flush()
        collectItems(element)
        if (items.length > 0)
          reader.push({ kind: 'list', ordered: element.tagName === 'OL', items })
      },
    },
    mapTexts: (block, runs) => ({ ...block, items: block.items.map(runs) }),
    lines: ({ items }) => items,
  },
}
