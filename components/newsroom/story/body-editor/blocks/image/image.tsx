import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { PictureChooser } from '@/components/newsroom/media/PictureChooser.client'
import type {
  BlockToolsProps,
  EditorBlock,
} from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { goBelow } from '@/components/newsroom/story/body-editor/commands/caret'
import { fileFromDataUrl } from '@/components/newsroom/story/body-editor/paste/data-url-file'
import { normalizeLine } from '@/components/newsroom/story/form/normalize-line'
import { PictureMetadataForm } from '@/components/newsroom/story/pictures/PictureMetadataForm.client'
import { usePicture } from '@/components/newsroom/story/pictures/use-picture'
import { Disclosure } from '@/components/ui/Disclosure'
import type { ImageBlock } from '@/lib/content-model/blocks/image'
import { PictureNode } from './picture-node'

const EMOJI = /^\p{RGI_Emoji}+$/v

/** The form of the picture's metadata. */
function PictureTools({ editor, pictures }: BlockToolsProps) {
  const t = useTranslations('newsroomPicture')
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { $from, from } = state.selection
      const [node, at] =
        $from.depth > 0 ? [$from.node(1), $from.before(1)] : [state.doc.nodeAt(from), from]
      if (node?.type.name !== 'picture') return null
      const { imageId, alt, credit } = node.attrs
      return { id: Number(imageId), at, alt: alt as string | null, credit: credit as string | null }
    },
  })
  const picture = usePicture(pictures, selected?.id ?? null)
  if (!picture || !selected) return null
  const { at, alt, credit } = selected
  return (
    <Disclosure look="plain" title={t('words')} className="border-b border-rule px-3">
      <PictureMetadataForm
        key={picture.id}
        picture={picture}
        withCaption={false}
        words={{ ...(alt !== null && { alt }), ...(credit !== null && { credit }) }}
        onWords={(words) => {
          const { tr } = editor.state
          tr.setNodeAttribute(at, 'alt', words.alt === undefined ? null : normalizeLine(words.alt))
          tr.setNodeAttribute(
            at,
            'credit',
            words.credit === undefined ? null : normalizeLine(words.credit),
          )
          editor.view.dispatch(tr)
        }}
        onSaved={(saved) => pictures.add([saved])}
      />
    </Disclosure>
  )
}

export const imageEditorBlock: EditorBlock<ImageBlock> = {
  nodes: [PictureNode],
  // The picture's view shows its own.
  placeholders: [],
  toolbar: {
    insert: {
      name: 'picture',
      icon: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01',
      Form: ({ pictures, onInsert, onClose }) => (
        <PictureChooser
          onChoose={(picture) => {
            pictures.add([picture])
            onInsert({ kind: 'image', imageId: picture.id })
          }}
          onClose={onClose}
        />
      ),
    },
  },
  Tools: PictureTools,
  keys: {
    enter: goBelow,
    backspace: (editor) => editor.commands.setNodeSelection(editor.state.selection.$from.before()),
    tab: null,
  },
  paste: {
    html: {
      matches: (element) => element.tagName === 'IMG',
      read: (element, reader, runStyle) => {
        const image = element as HTMLImageElement
        if (EMOJI.test(image.alt)) return reader.pushRun({ ...runStyle, text: image.alt })
        const file = fileFromDataUrl(image.getAttribute('src') ?? '')
        if (file) reader.files.push(file)
        // A tracking pixel is not a picture.
        else if (!(image.width === 1 || image.height === 1)) reader.lose('pictures')
      },
    },
    mapTexts: (block) => block,
    lines: () => [],
  },
}
