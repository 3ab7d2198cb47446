'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { BijoyDecisionStore } from '@/components/newsroom/bijoy/bijoy-decisions'
import {
  currentKind,
  editorBlockOf,
} from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { insertBlocks } from '@/components/newsroom/story/body-editor/commands/insert-blocks'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import { Button } from '@/components/ui/Button'
import type { Block } from '@/lib/content-model/body'
import { BijoyPrompts } from './BijoyPrompts.client'
import { FormattingToolbar, type ToolbarForm } from './FormattingToolbar.client'
import { LinkForm } from './LinkForm.client'

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

/** The toolbar of the body, and below it the tools of the current block. Both are sticky. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { editor, bar, pictures, decisions, openForm, notice, onOpenForm, onNotice } = props
  const t = useTranslations('newsroomEditor')
  const kind = useEditorState({ editor, selector: ({ editor: { state } }) => currentKind(state) })
  const Tools = kind && editorBlockOf(kind).Tools
  const newBlock = openForm && openForm !== 'link' ? editorBlockOf(openForm).toolbar : null
  const close = () => {
    onOpenForm(null)
    editor.commands.focus()
  }
  const insert = (block: Block) => {
    onOpenForm(null)
    insertBlocks(editor, [block])
  }
  return (
    <div className="sticky top-[var(--status-height,3.25rem)] z-10 max-h-[60vh] overflow-y-auto bg-paper">
      <FormattingToolbar
        editor={editor}
        bar={bar}
        onOpenForm={onOpenForm}
        onInsert={(block) => insertBlocks(editor, [block])}
      />
      <BijoyPrompts editor={editor} decisions={decisions} />
      {notice && (
        <div role="alert" className="flex items-center gap-2 border-b border-rule bg-wash p-2">
          <p className="min-w-0 flex-1 text-16">{notice}</p>
          <Button onClick={() => onNotice(null)} variant="link" isPadded>
            {t('dismiss')}
          </Button>
        </div>
      )}
      {openForm === 'link' && <LinkForm editor={editor} onDone={() => onOpenForm(null)} />}
      {newBlock && 'insert' in newBlock && 'Form' in newBlock.insert && (
        <newBlock.insert.Form pictures={pictures} onInsert={insert} onClose={close} />
      )}
      {Tools && (
        <Tools editor={editor} pictures={pictures} isFormOpen={openForm !== null} onClose={close} />
      )}
    </div>
  )
}
