'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** The old way, for pages that did not come by https: browsers keep the clipboard from those. */
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
    // No such clipboard here, or it is not allowed.
    return copySelected(text, button)
  }
}

/** Puts a text into the clipboard, and says that it did. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations('newsroomPreviewLinks')
  const [isCopied, setCopied] = useState(false)
  return (
    <button
      type="button"
      onClick={async ({ currentTarget }) => setCopied(await copy(text, currentTarget))}
      className="min-h-11 text-16 font-bold underline"
    >
      <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
    </button>
  )
}
