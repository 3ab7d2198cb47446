'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/Button'

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, 'type' | 'isPending'> & {
  /** The label while the form is being sent; without it, a general one. */
  busy?: string
}

/** Sends its form, once. */
export function SubmitButton({ children, busy, variant = 'main', ...button }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  const t = useTranslations('newsroom')
  return (
    <Button {...button} type="submit" variant={variant} isPending={pending}>
      {pending ? (busy ?? t('working')) : children}
    </Button>
  )
}
