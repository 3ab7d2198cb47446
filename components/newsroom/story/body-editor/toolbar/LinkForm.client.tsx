'use client'

import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { readLink } from '@/components/newsroom/story/body-editor/schema/link-mark'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { soleAddress } from '@/lib/content-model/addresses'

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
    const href = readLink(soleAddress(withScheme(typed)) ?? typed)
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
      <div className="min-w-0 flex-1 basis-60">
        <Field
          label={t('linkAddress')}
          look="quiet"
          value={typed}
          autoFocus
          inputMode="url"
          autoComplete="off"
          isFaulty={isFaulty}
          describedBy={isFaulty ? id : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button type="submit" variant="main">
        {t('setLink')}
      </Button>
      {currentHref && (
        <Button onClick={remove} variant="choice">
          {t('removeLink')}
        </Button>
      )}
      <Button onClick={close} variant="link" isPadded>
        {t('leave')}
      </Button>
      {isFaulty && (
        <p id={id} role="alert" className="basis-full text-14 text-accent">
          {t('linkFault', { web: 'https://' })}
        </p>
      )}
    </form>
  )
}
