'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

const variants = {
  /** The primary action of the screen. */
  main: 'bg-ink text-paper',
  plain: 'border border-edge',
  /** A destructive action. */
  grave: 'border border-accent text-accent',
  /** A secondary action. */
  quiet: 'text-quiet hover:underline',
}

type SubmitButtonProps = {
  children: ReactNode
  /** The label while the form is being sent; without it, a general one. */
  busy?: string
  variant?: keyof typeof variants
  name?: string
  value?: string
}

/** Sends its form, once. */
export function SubmitButton({ children, busy, variant = 'main', name, value }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  const t = useTranslations('newsroom')
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      className={`min-h-11 text-16 aria-disabled:opacity-60 ${variant === 'quiet' ? '' : 'px-4 py-2 font-bold'} ${variants[variant]}`}
    >
      {pending ? (busy ?? t('working')) : children}
    </button>
  )
}
