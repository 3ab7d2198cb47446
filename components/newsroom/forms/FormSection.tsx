import type { ReactNode } from 'react'
import { useId } from 'react'

type FormSectionProps = { title: string; text?: string; children: ReactNode }

/** A section of a settings page: its description and its forms. */
export function FormSection({ title, text, children }: FormSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid max-w-measure gap-4 border-t border-rule pt-5">
      <h2 id={id} className="text-22">
        {title}
      </h2>
      {text && <p className="text-16 text-quiet">{text}</p>}
      {children}
    </section>
  )
}
