import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'

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
  const name = (
    <>
      {label}
      <span className="sr-only">: {about}</span>
    </>
  )
  const { id, version } = story
  return (
    <ActionForm
      action={action}
      hiddenFields={{ id, version }}
      submit={name}
      busy={busy}
      variant="plain"
    />
  )
}
