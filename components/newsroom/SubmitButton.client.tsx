'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

const manners = {
  /** The one act of the screen. */
  main: 'bg-ink text-paper',
  plain: 'border border-edge',
  /** Takes something away. */
  grave: 'border border-accent text-accent',
}

type SubmitButtonProps = {
  children: ReactNode
  /** Said in its place while the form is on its way. */
  busy?: string
  manner?: keyof typeof manners
  name?: string
  value?: string
}

/** Sends its form, once. */
export function SubmitButton({ children, busy, manner = 'main', name, value }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      className={`min-h-11 px-4 py-2 text-16 font-bold aria-disabled:opacity-60 ${manners[manner]}`}
    >
      {pending && busy ? busy : children}
    </button>
  )
}
