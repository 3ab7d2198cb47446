'use client'

import { useActionState } from 'react'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'

type RowActionProps = {
  action: FormAction
  story: { id: number; version: number }
  /** The label of the button, and its label for screen readers. */
  label: string
  about: string
  busy: string
}

/** An action on one story of a list. It applies to the version that the list shows. */
export function RowAction({ action, story, label, about, busy }: RowActionProps) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid justify-items-start gap-2">
      <input type="hidden" name="id" value={story.id} />
      <input type="hidden" name="version" value={story.version} />
      <SubmitButton variant="plain" busy={busy}>
        {label}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
      <RefusalNotice state={state} />
    </form>
  )
}
