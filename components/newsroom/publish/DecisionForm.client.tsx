'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { Decision } from '@/lib/newsroom/publish/publishing-state'
import type { DecisionResult, PublishError, SubmitDecision } from './use-publishing'

type DecisionFormProps = {
  /** Distinguishes the forms of a panel; left out, the decision does. */
  name?: string
  decision: Decision
  label: string
  decide: SubmitDecision
  isBusy: boolean
  variant?: 'main' | 'plain' | 'grave'
  /** The values of the form; null when a field has an error, which the field shows. */
  read?: (form: FormData) => object | null
  isDisabled?: boolean
  children?: ReactNode
}

/** The decisions that take the working copy to readers. */
const bringsText = (decision: Decision) =>
  decision === 'publish' ||
  decision === 'schedule' ||
  decision === 'note' ||
  decision === 'silentEdit'

/** One decision: its fields, its button and its refusal. A refusal keeps the typed values. */
export function DecisionForm({
  decision,
  name = decision,
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
  const { publishBlock } = useOpenStory()
  const waitsFor = bringsText(decision) ? publishBlock : null
  const isRefused = isDisabled || waitsFor !== null

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const payload = read ? read(new FormData(form)) : {}
    if (!payload || isRefused) return
    setError(null)
    const result: DecisionResult | null = await decide(decision, payload)
    if (result && !result.ok) setError(result.reason)
  }

  return (
    <form onSubmit={submit} data-form={name} className="grid gap-3">
      {children}
      {waitsFor && <p className="text-14 text-accent">{t(`waitsFor.${waitsFor}`)}</p>}
      <DecisionErrorText error={error} />
      <Button
        type="submit"
        variant={variant}
        isPending={isBusy || isRefused}
        className="justify-self-start"
      >
        {isBusy ? t('busy') : label}
      </Button>
    </form>
  )
}

function DecisionErrorText({ error }: { error: PublishError | null }) {
  const t = useTranslations()
  const words =
    error === 'offline' || error === 'unsaved'
      ? t(`newsroomPublish.problems.${error}`)
      : error && t(`refusals.${error}`)
  return <Notice tone="error">{words}</Notice>
}
