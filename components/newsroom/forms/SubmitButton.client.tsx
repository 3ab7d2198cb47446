'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

const variants = {
  /** The one act of the screen. */
  main: 'bg-ink text-paper',
  plain: 'border border-edge',
  /** Takes something away. */
  grave: 'border border-accent text-accent',
  /** Beside what the screen is about. */
  quiet: 'text-quiet hover:underline',
}

type SubmitButtonProps = {
  children: ReactNode
  /** Said in its place while the form is on its way; without it, that it is. */
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
