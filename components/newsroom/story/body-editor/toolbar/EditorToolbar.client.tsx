'use client'

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { BijoyDecisionStore } from '@/components/newsroom/bijoy/bijoy-decisions'
import { PictureChooser } from '@/components/newsroom/media/PictureChooser.client'
import {
  emptyTable,
  insertBlocks,
} from '@/components/newsroom/story/body-editor/commands/insert-blocks'
import { tableAt } from '@/components/newsroom/story/body-editor/commands/table-commands'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import { embedBlock } from '@/components/newsroom/story/body-editor/schema/embeds'
import { PictureMetadataForm } from '@/components/newsroom/story/pictures/PictureMetadataForm.client'
import { usePicture } from '@/components/newsroom/story/pictures/use-picture'
import type { Picture } from '@/lib/content-model/article'
import { BijoyPrompts } from './BijoyPrompts.client'
import { EmbedForm } from './EmbedForm.client'
import { FormattingToolbar, type ToolbarForm } from './FormattingToolbar.client'
import { LinkForm } from './LinkForm.client'
import { TableToolbar } from './TableToolbar.client'

type EditorToolbarProps = {
  editor: Editor
  bar: RefObject<HTMLDivElement | null>
  pictures: PictureStore
  decisions: BijoyDecisionStore
  openForm: ToolbarForm | null
  notice: string | null
  onOpenForm: (form: ToolbarForm | null) => void
  onNotice: (words: string | null) => void
}

/** The tools for the block that contains the caret. */
function blockState({ editor }: { editor: Editor }) {
  const { selection } = editor.state
  const node = selection instanceof NodeSelection ? selection.node : null
  const pictureBlock = node?.type.name === 'picture' ? node : selection.$from.parent
  return {
    isInTable: tableAt(editor) !== null,
    pictureId: pictureBlock.type.name === 'picture' ? Number(pictureBlock.attrs.imageId) : null,
    embed:
      node?.type.name === 'embed'
        ? { at: selection.from, url: String(node.attrs.url), title: String(node.attrs.title) }
        : null,
  }
}

/** The toolbar of the body, and below it the tools of the current block. Both are sticky. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { editor, bar, pictures, decisions, openForm, notice, onOpenForm, onNotice } = props
  const t = useTranslations('newsroomEditor')
  const tPicture = useTranslations('newsroomPicture')
  const { isInTable, pictureId, embed } = useEditorState({ editor, selector: blockState })
  const picture = usePicture(pictures, pictureId)
  const close = () => {
    onOpenForm(null)
    editor.commands.focus()
  }
  const putPicture = (chosen: Picture) => {
    pictures.add([chosen])
    onOpenForm(null)
    insertBlocks(editor, [{ kind: 'image', imageId: chosen.id }])
  }
  return (
    <div className="sticky top-[var(--status-height,3.25rem)] z-10 max-h-[60vh] overflow-y-auto bg-paper">
      <FormattingToolbar
        editor={editor}
        bar={bar}
        onOpenForm={onOpenForm}
        onTable={() => insertBlocks(editor, [emptyTable])}
      />
      <BijoyPrompts editor={editor} decisions={decisions} />
      {notice && (
        <div role="alert" className="flex items-center gap-2 border-b border-rule bg-wash p-2">
          <p className="min-w-0 flex-1 text-16">{notice}</p>
          <button
            type="button"
            onClick={() => onNotice(null)}
            className="min-h-11 px-2 text-16 underline"
          >
            {t('dismiss')}
          </button>
        </div>
      )}
      {openForm === 'link' && <LinkForm editor={editor} onDone={() => onOpenForm(null)} />}
      {openForm === 'embed' && (
        <EmbedForm
          isNew
          url=""
          title=""
          onClose={close}
          onSave={({ url, title }) => {
            onOpenForm(null)
            insertBlocks(editor, [embedBlock(url, title)])
          }}
        />
      )}
      {isInTable && <TableToolbar editor={editor} />}
      {embed && openForm === null && (
        <EmbedForm
          key={embed.at}
          isNew={false}
          url={embed.url}
          title={embed.title}
          onClose={close}
          onSave={(words) => editor.chain().focus().updateAttributes('embed', words).run()}
        />
      )}
      {picture && (
        <details className="border-b border-rule px-3">
          <summary className="min-h-11 py-2 text-16 font-bold">{tPicture('words')}</summary>
          <div className="pb-3">
            <PictureMetadataForm
              key={picture.id}
              picture={picture}
              withCaption={false}
              onSaved={(saved) => pictures.add([saved])}
            />
          </div>
        </details>
      )}
      {openForm === 'picture' && <PictureChooser onChoose={putPicture} onClose={close} />}
    </div>
  )
}
