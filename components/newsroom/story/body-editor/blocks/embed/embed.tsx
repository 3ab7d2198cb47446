import { Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import type {
  BlockToolsProps,
  EditorBlock,
} from '@/components/newsroom/story/body-editor/blocks/editor-block'
import type { EmbedBlock } from '@/lib/content-model/blocks/embed'
import { webAddress } from '@/lib/content-model/text-input'
import { EmbedForm } from './EmbedForm.client'
import { embedOf, isEmbedElement, isTracker } from './embed-code'
import { embedBlock } from './embed-sites'

/** An embed: a link with a title to another site, never that site's code. */
const EmbedNode = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: { default: '', rendered: false },
    title: { default: '', rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'p[data-embed]',
      priority: 60,
      getAttrs: (element) => {
        const url = webAddress.safeParse(element.getAttribute('data-embed')).data
        return url ? { url, title: element.textContent?.trim() ?? '' } : false
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'p',
    { 'data-embed': String(attrs.url) },
    ['a', { href: String(attrs.url) }, String(attrs.title || attrs.url)],
  ],
})

/** The form of the selected embed. */
function EmbedTools({ editor, isFormOpen, onClose }: BlockToolsProps) {
  const embed = useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      state.selection instanceof NodeSelection && state.selection.node.type.name === 'embed'
        ? { at: state.selection.from, ...state.selection.node.attrs }
        : null,
  }) as ({ at: number } & Omit<EmbedBlock, 'kind'>) | null
  return (
    embed &&
    !isFormOpen && (
      <EmbedForm
        key={embed.at}
        isNew={false}
        url={embed.url}
        title={embed.title}
        onClose={onClose}
        onSave={(saved) => editor.chain().focus().updateAttributes('embed', saved).run()}
      />
    )
  )
}

export const embedEditorBlock: EditorBlock<EmbedBlock> = {
  nodes: [EmbedNode],
  placeholders: [],
  toolbar: {
    insert: {
      name: 'embed',
      icon: 'M4 5h16v14H4zM10 9l5 3-5 3z',
      Form: ({ onInsert, onClose }) => (
        <EmbedForm
          isNew
          url=""
          title=""
          onClose={onClose}
          onSave={({ url, title }) => onInsert(embedBlock(url, title))}
        />
      ),
    },
  },
  Tools: EmbedTools,
  keys: { enter: null, backspace: null, tab: null },
  paste: {
    html: {
      matches: isEmbedElement,
      read: (element, reader, runStyle) => {
        const embed = embedOf(element)
        if (embed) reader.push(embed)
        else if (element.querySelector('embed, iframe')) reader.walk(element, runStyle)
        else if (!isTracker(element)) reader.lose('players')
      },
    },
    mapTexts: (block) => block,
    lines: ({ url }) => [[{ text: url, href: url }]],
  },
}
