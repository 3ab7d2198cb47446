'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { BijoyAnswers, storyBijoy } from '@/components/newsroom/bijoy/answers'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Body } from '@/lib/articles/body'
import { toDocument } from '@/lib/newsroom/body-document'
import { BodyTools } from './BodyTools.client'
import { lookForBijoy } from './bijoy/look'
import { bodyOf } from './body-of'
import type { KnownPictures } from './known-pictures'
import type { Asked } from './Toolbar.client'
import { useBodyExtensions } from './use-body-extensions'

/** A body to show in place of what stands there; `round` tells one gift from the next. */
export type GivenBody = { body: Body; round: number }

type BodyEditorProps = {
  given: GivenBody
  pictures: KnownPictures
  readOnly: boolean
  onChange: (body: Body) => void
  onReady?: (editor: Editor) => void
}

// What lies over the edges of a text that scrolls: status and tools above it, a phone's bar below it.
const covered = { top: 160, bottom: 64, left: 0, right: 0 }

const isSame = (one: Body, other: Body) =>
  one.length === other.length && one.every((block, at) => block === other[at])

/** Shows a new text; a letter that is just being composed is waited for. */
function show(editor: Editor, body: Body, answers: BijoyAnswers) {
  const put = () => {
    if (editor.isDestroyed) return
    // What waited in the text before goes with it; what is in the new one is found again.
    const remembered = answers.snapshot()
    editor.commands.setContent(toDocument(body), { emitUpdate: false })
    lookForBijoy(editor, remembered)
  }
  if (editor.view.composing) {
    editor.view.dom.addEventListener('compositionend', () => setTimeout(put), { once: true })
  } else put()
}

/** The story's body, written in blocks. It holds its own text: what is handed out never comes back into it. */
export function BodyEditor({ given, pictures, readOnly, onChange, onReady }: BodyEditorProps) {
  const t = useTranslations('newsroomEditor')
  const id = useId()
  const bar = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const latest = useRef({ onChange, onReady })
  latest.current = { onChange, onReady }
  const handedOut = useRef<Body>([])
  const round = useRef(given.round)

  const events = useMemo(
    () => ({
      onLink: () => setAsked('link'),
      onTools: () => bar.current?.querySelector<HTMLElement>('button, select')?.focus(),
      onNotice: setNotice,
    }),
    [],
  )
  const articleId = useOpenStory().state.id
  const [answers] = useState(() => new BijoyAnswers(storyBijoy(articleId, 'body')))
  const extensions = useBodyExtensions(pictures, answers, events)
  const editor = useEditor({
    extensions,
    content: toDocument(given.body),
    editable: !readOnly,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Typing is never rewritten: “- ” stays what it is.
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      scrollThreshold: covered,
      scrollMargin: covered,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': id,
        spellcheck: 'false',
        class: 'story-text',
      },
    },
    onCreate: (created) => {
      handedOut.current = bodyOf(created.editor.state.doc)
      lookForBijoy(created.editor, answers.snapshot())
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
    show(editor, given.body, answers)
  }, [editor, given, answers])

  return (
    <div className="grid gap-1">
      <p id={id} className="text-14 text-quiet">
        {t('body')}
      </p>
      <div className="border border-edge bg-paper">
        {editor && !readOnly && (
          <BodyTools
            editor={editor}
            bar={bar}
            pictures={pictures}
            answers={answers}
            asked={asked}
            notice={notice}
            onAsk={setAsked}
            onNotice={setNotice}
          />
        )}
        <EditorContent editor={editor} className="relative" />
      </div>
    </div>
  )
}
