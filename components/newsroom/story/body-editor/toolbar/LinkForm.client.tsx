'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { readLink } from '@/components/newsroom/story/body-editor/schema/link-mark'

type LinkFormProps = { editor: Editor; onDone: () => void }

/** Adds the missing scheme to an address. */
const withScheme = (typed: string) =>
  /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed.trim()) ? `https://${typed.trim()}` : typed

/** The form for the link of the selected words. */
export function LinkForm({ editor, onDone }: LinkFormProps) {
  const t = useTranslations('newsroomEditor')
  const id = useId()
  const currentHref = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(currentHref)
  const [isFaulty, setFaulty] = useState(false)
  const close = () => {
    onDone()
    editor.commands.focus()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const href = readLink(withScheme(typed))
    if (!href) return setFaulty(true)
    editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
    onDone()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    onDone()
  }
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      className="flex flex-wrap items-end gap-2 border-b border-rule p-2"
    >
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        <label htmlFor={id} className="text-14 text-quiet">
          {t('linkAddress')}
        </label>
        <input
          id={id}
          value={typed}
          // biome-ignore lint/a11y/noAutofocus: the user has just opened it, and Escape closes it
          autoFocus
          inputMode="url"
          autoComplete="off"
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? `${id}-fault` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-11 w-full border border-edge bg-paper px-3 text-16 aria-invalid:border-accent"
        />
      </div>
      <button type="submit" className="min-h-11 bg-ink px-4 text-16 font-bold text-paper">
        {t('setLink')}
      </button>
      {currentHref && (
        <button type="button" onClick={remove} className="min-h-11 border border-edge px-4 text-16">
          {t('removeLink')}
        </button>
      )}
      <button type="button" onClick={close} className="min-h-11 px-2 text-16 underline">
        {t('leave')}
      </button>
      {isFaulty && (
        <p id={`${id}-fault`} role="alert" className="basis-full text-14 text-accent">
          {t('linkFault', { web: 'https://' })}
        </p>
      )}
    </form>
  )
}
