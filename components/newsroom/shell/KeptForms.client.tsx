'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { UnsentForms } from '@/components/newsroom/forms/kept-fields'
import { useToast } from '@/components/ui/Toast.client'

const formOf = ({ target }: Event) => (target instanceof Element ? target.closest('form') : null)

/** Restores the unsent values of every form of the newsroom: after another tab, a link, Back or a reload. */
export function KeptForms({ userId }: { userId: string }) {
  const t = useTranslations('newsroom')
  const toast = useToast()
  useEffect(() => {
    const unsentForms = new UnsentForms(userId)
    const restore = () => {
      const restored = [...document.forms].filter((form) => unsentForms.restore(form))
      if (restored.length > 0) toast(t('restoredFields'))
    }
    let frame = 0
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(restore)
    })
    const keep = (event: Event) => {
      const form = formOf(event)
      if (form) unsentForms.keep(form)
    }
    const keepSoon = (event: Event) => requestAnimationFrame(() => keep(event))
    const forget = (event: Event) => {
      const form = formOf(event)
      if (form) unsentForms.forget(form)
    }
    restore()
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('input', keep)
    document.addEventListener('change', keep)
    // A button of a form may fill in its fields.
    document.addEventListener('click', keepSoon)
    document.addEventListener('submit', forget)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('input', keep)
      document.removeEventListener('change', keep)
      document.removeEventListener('click', keepSoon)
      document.removeEventListener('submit', forget)
    }
  }, [userId, toast, t])
  return null
}
