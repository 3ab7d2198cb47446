import { type Editor, Node } from '@tiptap/core'
import { textOfRuns } from '@/components/newsroom/story/body-editor/paste/text-runs'
import type { SubheadingBlock } from '@/lib/content-model/blocks/subheading'
import type { EditorBlock } from './editor-block'

/** A heading inside the story: words only. */
const Subheading = Node.create({
  name: 'subheading',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}` })),
  renderHTML: () => ['h2', 0],
})

const toParagraph = (editor: Editor) => editor.chain().focus().setNode('paragraph').run()

export const subheadingEditorBlock: EditorBlock<SubheadingBlock> = {
  nodes: [Subheading],
  placeholders: ['subheading'],
  toolbar: {
    textKinds: [
      {
        name: 'subheading',
        shortcut: 'Mod-Shift-6',
        make: (editor) => editor.chain().focus().setNode('subheading').run(),
        clear: toParagraph,
      },
    ],
  },
  Tools: null,
  keys: { enter: null, backspace: toParagraph, tab: null },
  paste: {
    html: {
      matches: (element) =>
        /^h[1-6]$/i.test(element.tagName) || /MsoTitle|MsoSubtitle/.test(element.className),
      read: (element, reader) => {
        const text = textOfRuns(reader.runsOf(element, {}))
        reader.flush()
        if (text) reader.push({ kind: 'subheading', text })
      },
    },
    mapTexts: (block, _, text) => ({ ...block, text: text(block.text) }),
    lines: ({ text }) => [[{ text }]],
  },
}
