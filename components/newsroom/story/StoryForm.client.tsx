'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useCallback, useRef } from 'react'
import type { StoryChoices } from '@/lib/newsroom/choices'
import type { StoryContent } from '@/lib/newsroom/content'
import { BodyEditor } from './body/BodyEditor.client'
import { TextField } from './TextField.client'
import { useWriting } from './use-writing'

type StoryFormProps = {
  /**
   * What stands in the form. What `onChange` handed out may come back at any time, however late: it changes nothing.
   * Any other object is a text from elsewhere (restored, chosen in a conflict) and takes the place of what stands there.
   */
  content: StoryContent
  choices: StoryChoices
  readOnly: boolean
  /** Told at every keystroke, with text that has passed the gate; the form itself keeps what was typed. */
  onChange: (content: StoryContent) => void
}

/** A story to write in, from kicker to body. */
export function StoryForm({ content, choices: _, readOnly, onChange }: StoryFormProps) {
  const t = useTranslations('newsroomEditor')
  const { written, given, write } = useWriting(content, onChange)
  const form = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor>(null)
  const goTo = (name: string) =>
    form.current?.querySelector<HTMLElement>(`textarea[name=${name}]`)?.focus()
  const onBody = useCallback((body: StoryContent['body']) => write({ body }), [write])
  const onReady = useCallback((ready: Editor) => {
    editor.current = ready
  }, [])

  return (
    <div ref={form} className="grid gap-4">
      <TextField
        name="kicker"
        label={t('kicker')}
        value={written.kicker}
        readOnly={readOnly}
        onChange={(kicker) => write({ kicker })}
        onEnter={() => goTo('headline')}
      />
      <TextField
        name="headline"
        label={t('headline')}
        value={written.headline}
        readOnly={readOnly}
        onChange={(headline) => write({ headline })}
        onEnter={() => goTo('standfirst')}
        className="font-headline font-bold text-27"
      />
      <TextField
        name="standfirst"
        label={t('standfirst')}
        value={written.standfirst}
        readOnly={readOnly}
        onChange={(standfirst) => write({ standfirst })}
        onEnter={() => editor.current?.commands.focus('start')}
        className="text-18"
      />
      <BodyEditor given={given} readOnly={readOnly} onChange={onBody} onReady={onReady} />
    </div>
  )
}
