import type { ReactNode } from 'react'

type DisclosureProps = { label: string; children: ReactNode }

/** A disclosure for rarely used controls. */
export function Disclosure({ label, children }: DisclosureProps) {
  return (
    <details className="border-t border-rule">
      <summary className="flex min-h-11 items-center gap-2 text-16 before:content-['+'] in-open:before:content-['−']">
        {label}
      </summary>
      <div className="grid gap-4 pb-4">{children}</div>
    </details>
  )
}
