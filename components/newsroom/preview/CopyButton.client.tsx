'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'

/** `execCommand` for pages without https, where browsers offer no clipboard API. */
function copySelected(text: string, button: HTMLElement): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'sr-only'
  button.after(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  button.focus()
  return isCopied
}

async function copy(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // The clipboard is missing or forbidden.
    return copySelected(text, button)
  }
}

/** Copies a text to the clipboard and confirms it. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations('newsroomPreviewLinks')
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      onClick={async ({ currentTarget }) => setCopied(await copy(text, currentTarget))}
      variant="link"
      isBold
    >
      <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
    </Button>
  )
}
