'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Body } from '@/lib/articles/body'
import { toDocument } from '@/lib/newsroom/body-document'
import { bodyOf } from './body-of'
import { bodySchema, writingAids } from './extensions'

/** A body to show in place of what stands there; `round` tells one gift from the next. */
export type GivenBody = { body: Body; round: number }

type BodyEditorProps = {
  given: GivenBody
  readOnly: boolean
  onChange: (body: Body) => void
  onReady?: (editor: Editor) => void
}

const isSame = (one: Body, other: Body) =>
  one.length === other.length && one.every((block, at) => block === other[at])

/** Shows a new text; a letter that is just being composed is waited for. */
function show(editor: Editor, body: Body) {
  const put = () => {
    if (!editor.isDestroyed) editor.commands.setContent(toDocument(body), { emitUpdate: false })
  }
  if (editor.view.composing) {
    editor.view.dom.addEventListener('compositionend', () => setTimeout(put), { once: true })
  } else put()
}

/** The story's body, written in blocks. It holds its own text: what is handed out never comes back into it. */
export function BodyEditor({ given, readOnly, onChange, onReady }: BodyEditorProps) {
  const t = useTranslations('newsroomEditor')
  const latest = useRef({ onChange, onReady })
  latest.current = { onChange, onReady }
  const handedOut = useRef<Body>([])
  const round = useRef(given.round)

  const editor = useEditor({
    extensions: [...bodySchema, ...writingAids],
    content: toDocument(given.body),
    editable: !readOnly,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Typing is never rewritten: “- ” stays what it is.
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('body'),
        spellcheck: 'false',
        class: 'story-text',
      },
    },
    onCreate: (created) => {
      handedOut.current = bodyOf(created.editor.state.doc)
      latest.current.onReady?.(created.editor)
    },
    onUpdate: (updated) => {
      const body = bodyOf(updated.editor.state.doc)
      if (isSame(body, handedOut.current)) return
      handedOut.current = body
      latest.current.onChange(body)
    },
  })

  useEffect(() => {
    editor?.setEditable(!readOnly, false)
  }, [editor, readOnly])
  useEffect(() => {
    if (!editor || round.current === given.round) return
    round.current = given.round
    show(editor, given.body)
  }, [editor, given])

  return (
    <div className="grid gap-1">
      <p className="text-14 text-quiet">{t('body')}</p>
      <EditorContent editor={editor} className="border border-edge bg-paper" />
    </div>
  )
}
