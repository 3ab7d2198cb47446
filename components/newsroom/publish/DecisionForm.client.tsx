'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Decision } from '@/lib/newsroom/publish/publishing-state'
import type { DecisionResult, PublishError, SubmitDecision } from './use-publishing'

const variants = {
  main: 'bg-ink text-paper',
  plain: 'border border-edge',
  grave: 'border border-accent text-accent',
}

type DecisionFormProps = {
  decision: Decision
  label: string
  decide: SubmitDecision
  isBusy: boolean
  variant?: keyof typeof variants
  /** The values of the form; null when a field has an error, which the field shows. */
  read?: (form: FormData) => object | null
  isDisabled?: boolean
  children?: ReactNode
}

/** One decision: its fields, its button and its refusal. A refusal keeps the typed values. */
export function DecisionForm({
  decision,
  label,
  decide,
  isBusy,
  variant = 'plain',
  read,
  isDisabled,
  children,
}: DecisionFormProps) {
  const t = useTranslations('newsroomPublish')
  const [error, setError] = useState<PublishError | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const payload = read ? read(new FormData(form)) : {}
    if (!payload || isDisabled) return
    setError(null)
    const result: DecisionResult | null = await decide(decision, payload)
    if (result && !result.ok) setError(result.reason)
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      {children}
      <DecisionErrorText error={error} />
      <button
        type="submit"
        aria-disabled={isBusy || isDisabled || undefined}
        className={`min-h-11 justify-self-start px-4 py-2 text-16 font-bold aria-disabled:opacity-60 ${variants[variant]}`}
      >
        {isBusy ? t('busy') : label}
      </button>
    </form>
  )
}

function DecisionErrorText({ error }: { error: PublishError | null }) {
  const t = useTranslations()
  const words =
    error === 'offline' || error === 'unsaved'
      ? t(`newsroomPublish.problems.${error}`)
      : error && t(`refusals.${error}`)
  return (
    <div role="alert" className="empty:hidden">
      {words && <p className="border-l-4 border-accent bg-wash px-3 py-2 text-16">{words}</p>}
    </div>
  )
}
