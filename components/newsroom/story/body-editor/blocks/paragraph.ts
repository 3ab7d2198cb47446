import type { Editor } from '@tiptap/core'
import { Paragraph } from '@tiptap/extension-paragraph'
import type { ParagraphBlock } from '@/lib/content-model/blocks/paragraph'
import type { EditorBlock } from './editor-block'

const setParagraph = (editor: Editor) => editor.chain().focus().setNode('paragraph').run()

export const paragraphEditorBlock: EditorBlock<ParagraphBlock> = {
  nodes: [Paragraph],
  placeholders: [],
  toolbar: {
    textKinds: [
      { name: 'paragraph', shortcut: 'Mod-Shift-0', make: setParagraph, clear: setParagraph },
    ],
  },
  Tools: null,
  keys: { enter: null, backspace: null, tab: null },
  paste: {
    // All text that no other kind takes.
    html: null,
    mapTexts: (block, runs) => ({ ...block, content: runs(block.content) }),
    lines: ({ content }) => [content],
  },
}
