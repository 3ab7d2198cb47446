'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Notice } from '@/components/ui/Notice'
import type { FieldSpec } from './field-spec'
import type { FormAction } from './form-state'
import { OneTimeLinkNotice } from './OneTimeLinkNotice.client'
import { RecoveryCodes } from './RecoveryCodes'
import { RefusalNotice } from './RefusalNotice'
import { SpecField } from './SpecField'
import { SubmitButton } from './SubmitButton.client'

type ActionFormProps = {
  action: FormAction
  fields?: FieldSpec[]
  /** Hidden values that the form sends, such as ids. */
  hiddenFields?: Record<string, string | number>
  submit: ReactNode
  busy?: string
  variant?: 'main' | 'plain' | 'grave'
  /** The effects of the action, shown before it is sent. */
  children?: ReactNode
}

/** A form that stays on its page and shows the result. It works before its script has loaded. */
export function ActionForm({
  action,
  fields = [],
  hiddenFields = {},
  children,
  ...button
}: ActionFormProps) {
  const t = useTranslations('newsroomDone')
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid gap-5">
      <RefusalNotice state={state} />
      <Notice tone="done">{state?.done && t(state.done)}</Notice>
      {state?.link && <OneTimeLinkNotice link={state.link} />}
      {state?.codes && <RecoveryCodes codes={state.codes} />}
      {children}
      {Object.entries(hiddenFields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <SpecField
          key={field.name}
          field={field}
          typed={state?.typed}
          isFaulty={state?.fields?.includes(field.name) ?? false}
        />
      ))}
      <div>
        <SubmitButton busy={button.busy} variant={button.variant}>
          {button.submit}
        </SubmitButton>
      </div>
    </form>
  )
}
