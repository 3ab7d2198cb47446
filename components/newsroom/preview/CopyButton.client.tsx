'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { useToast } from '@/components/ui/Toast.client'

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
  const toast = useToast()
  return (
    <Button
      onClick={async ({ currentTarget }) => {
        if (await copy(text, currentTarget)) toast(t('copied'))
      }}
      variant="link"
      isBold
    >
      {t('copy')}
    </Button>
  )
}
