'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Decision } from '@/lib/newsroom/publishing'
import type { Decided, Decider, Problem } from './use-publishing'

const manners = {
  main: 'bg-ink text-paper',
  plain: 'border border-edge',
  grave: 'border border-accent text-accent',
}

type ActFormProps = {
  decision: Decision
  label: string
  decide: Decider
  isBusy: boolean
  manner?: keyof typeof manners
  /** What the form's fields come to; null when they cannot be sent, which the fields themselves say. */
  read?: (form: FormData) => object | null
  isOff?: boolean
  children?: ReactNode
}

/** One decision: its fields, its button, and why it was not carried out. What was typed stays when it was refused. */
export function ActForm({
  decision,
  label,
  decide,
  isBusy,
  manner = 'plain',
  read,
  isOff,
  children,
}: ActFormProps) {
  const t = useTranslations('newsroomPublish')
  const [problem, setProblem] = useState<Problem | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = read ? read(new FormData(form)) : {}
    if (!given || isOff) return
    setProblem(null)
    const decided: Decided | null = await decide(decision, given)
    if (decided && !decided.ok) setProblem(decided.reason)
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      {children}
      <ProblemText problem={problem} />
      <button
        type="submit"
        aria-disabled={isBusy || isOff || undefined}
        className={`min-h-11 justify-self-start px-4 py-2 text-16 font-bold aria-disabled:opacity-60 ${manners[manner]}`}
      >
        {isBusy ? t('busy') : label}
      </button>
    </form>
  )
}

function ProblemText({ problem }: { problem: Problem | null }) {
  const t = useTranslations()
  const words =
    problem === 'offline' || problem === 'unsaved'
      ? t(`newsroomPublish.problems.${problem}`)
      : problem && t(`refusals.${problem}`)
  return (
    <div role="alert" className="empty:hidden">
      {words && <p className="border-l-4 border-accent bg-wash px-3 py-2 text-16">{words}</p>}
    </div>
  )
}
