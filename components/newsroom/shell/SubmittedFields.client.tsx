'use client'

import { useEffect } from 'react'
import { rememberSubmission, restoreSubmission } from '@/components/newsroom/forms/submitted-fields'

/** Keeps what was typed when the page of an earlier release has to be loaded anew (`NewsroomError`). */
export function SubmittedFields() {
  useEffect(() => {
    restoreSubmission()
    const remember = ({ target }: SubmitEvent) => {
      if (target instanceof HTMLFormElement) rememberSubmission(target)
    }
    document.addEventListener('submit', remember, { capture: true })
    return () => document.removeEventListener('submit', remember, { capture: true })
  }, [])
  return null
}
