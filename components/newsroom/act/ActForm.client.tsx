'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { RefusalNotice } from '@/components/newsroom/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/SubmitButton.client'
import type { ActAction } from './act-state'
import type { FieldSpec } from './field-spec'
import { HandedOver } from './HandedOver.client'
import { RecoveryCodes } from './RecoveryCodes'
import { SpecField } from './SpecField'

type ActFormProps = {
  action: ActAction
  fields?: FieldSpec[]
  /** What the form is about: numbers that nobody types. */
  about?: Record<string, string>
  submit: string
  busy?: string
  manner?: 'main' | 'plain' | 'grave'
  /** What it will touch, said before it is done. */
  children?: ReactNode
}

/** A form that stays where it is: says why it was refused, or that it is done. */
export function ActForm({ action, fields = [], about = {}, children, ...act }: ActFormProps) {
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
      {state?.link && <HandedOver link={state.link} />}
      {state?.codes && <RecoveryCodes codes={state.codes} />}
      {children}
      {Object.entries(about).map(([name, value]) => (
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
        <SubmitButton busy={act.busy} manner={act.manner}>
          {act.submit}
        </SubmitButton>
      </div>
    </form>
  )
}
