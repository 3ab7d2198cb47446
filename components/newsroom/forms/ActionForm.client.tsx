'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import type { StatefulAction } from './action-state'
import type { FieldSpec } from './field-spec'
import { OneTimeLinkNotice } from './OneTimeLinkNotice.client'
import { RecoveryCodes } from './RecoveryCodes'
import { RefusalNotice } from './RefusalNotice'
import { SpecField } from './SpecField'
import { SubmitButton } from './SubmitButton.client'

type ActionFormProps = {
  action: StatefulAction
  fields?: FieldSpec[]
  /** Hidden values that the form sends, such as ids. */
  hiddenFields?: Record<string, string>
  submit: string
  busy?: string
  variant?: 'main' | 'plain' | 'grave'
  /** The effects of the action, shown before it is sent. */
  children?: ReactNode
}

/** A form that stays on its page and shows the refusal or the success. */
export function ActionForm({
  action,
  fields = [],
  hiddenFields = {},
  children,
  ...button
}: ActionFormProps) {
  const t = useTranslations('newsroomDone')
  const [state, send] = useActionState(action, null)
  const refused = state?.refused ?? null
  return (
    <form action={send} className="grid gap-5">
      <RefusalNotice state={refused} />
      <div role="status" className="empty:hidden">
        {state?.done && (
          <p className="border-l-4 border-good bg-wash px-3 py-2 text-16">{t(state.done)}</p>
        )}
      </div>
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
          typed={refused?.typed}
          isFaulty={refused?.fields?.includes(field.name) ?? false}
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
