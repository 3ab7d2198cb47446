'use client'

import type { Editor } from '@tiptap/core'
import { isHistoryTransaction } from '@tiptap/pm/history'
import { EditorContent, useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { BijoyDecisionStore, storyBijoyKey } from '@/components/newsroom/bijoy/bijoy-decisions'
import { detectInDocument } from '@/components/newsroom/story/body-editor/bijoy/detect-in-document'
import { readBody } from '@/components/newsroom/story/body-editor/schema/read-body'
import { EditorToolbar } from '@/components/newsroom/story/body-editor/toolbar/EditorToolbar.client'
import type { ToolbarForm } from '@/components/newsroom/story/body-editor/toolbar/FormattingToolbar.client'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Body } from '@/lib/content-model/body'
import { toEditorDocument } from '@/lib/newsroom/draft/editor-document'
import type { PictureStore } from './picture-store'
import { useBodyExtensions } from './use-body-extensions'

/** A body that replaces the current one; `round` distinguishes successive bodies. */
export type ReplacementBody = { body: Body; generation: number }

type BodyEditorProps = {
  replacement: ReplacementBody
  pictures: PictureStore
  readOnly: boolean
  onChange: (body: Body) => void
  onReady?: (editor: Editor) => void
}

// The margins that sticky bars cover: the status and tools at the top, a phone's bar at the bottom.
const scrollInsets = { top: 160, bottom: 64, left: 0, right: 0 }

const isSame = (one: Body, other: Body) =>
  one.length === other.length && one.every((block, at) => block === other[at])

/** Shows a new text after a running composition of an input method has ended. */
function showBody(editor: Editor, body: Body, decisions: BijoyDecisionStore) {
  const replace = () => {
    if (editor.isDestroyed) return
    // Pending words of the old text are dropped; those of the new text are detected again.
    const savedDecisions = decisions.snapshot()
    editor.commands.setContent(toEditorDocument(body), { emitUpdate: false })
    detectInDocument(editor, savedDecisions)
  }
  if (editor.view.composing) {
    editor.view.dom.addEventListener('compositionend', () => setTimeout(replace), { once: true })
  } else replace()
}

/** The editor of a story's body. It owns its text: emitted content is never fed back into it. */
export function BodyEditor({
  replacement,
  pictures,
  readOnly,
  onChange,
  onReady,
}: BodyEditorProps) {
  const t = useTranslations('newsroomEditor')
  const id = useId()
  const bar = useRef<HTMLDivElement>(null)
  const [openForm, setOpenForm] = useState<ToolbarForm | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const latest = useRef({ onChange, onReady })
  latest.current = { onChange, onReady }
  const emittedBody = useRef<Body>([])
  const generation = useRef(replacement.generation)

  const events = useMemo(
    () => ({
      onLink: () => setOpenForm('link'),
      onTools: () => bar.current?.querySelector<HTMLElement>('button, select')?.focus(),
      onNotice: setNotice,
    }),
    [],
  )
  const articleId = useOpenStory().state.id
  const [decisions] = useState(() => new BijoyDecisionStore(storyBijoyKey(articleId, 'body')))
  const extensions = useBodyExtensions(pictures, decisions, events)
  const editor = useEditor({
    extensions,
    content: toEditorDocument(replacement.body),
    editable: !readOnly,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Input rules are off: a typed “- ” stays as it is.
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      scrollThreshold: scrollInsets,
      scrollMargin: scrollInsets,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': id,
        spellcheck: 'false',
        class: 'story-text',
      },
    },
    onCreate: (created) => {
      emittedBody.current = readBody(created.editor.state.doc)
      detectInDocument(created.editor, decisions.snapshot())
      latest.current.onReady?.(created.editor)
    },
    onUpdate: (updated) => {
      // The notice of a paste does not hold after undo.
      if (isHistoryTransaction(updated.transaction)) setNotice(null)
      const body = readBody(updated.editor.state.doc)
      if (isSame(body, emittedBody.current)) return
      emittedBody.current = body
      latest.current.onChange(body)
    },
  })

  useEffect(() => {
    editor?.setEditable(!readOnly, false)
  }, [editor, readOnly])
  useEffect(() => {
    if (!editor || generation.current === replacement.generation) return
    generation.current = replacement.generation
    showBody(editor, replacement.body, decisions)
  }, [editor, replacement, decisions])

  return (
    <div className="grid gap-1">
      <p id={id} className="text-14 text-quiet">
        {t('body')}
      </p>
      <div className="border border-edge bg-paper">
        {editor && !readOnly && (
          <EditorToolbar
            editor={editor}
            bar={bar}
            pictures={pictures}
            decisions={decisions}
            openForm={openForm}
            notice={notice}
            onOpenForm={setOpenForm}
            onNotice={setNotice}
          />
        )}
        <EditorContent editor={editor} className="relative" />
      </div>
    </div>
  )
}
