import type { ReactNode } from 'react'

type ActionDisclosureProps = { title: string; isDanger?: boolean; children: ReactNode }

/** A consequential action: the user opens it first and reads what it affects. */
export function ActionDisclosure({ title, isDanger = false, children }: ActionDisclosureProps) {
  return (
    <details className="border border-edge">
      <summary className={`min-h-11 px-3 py-2 text-16 font-bold ${isDanger ? 'text-accent' : ''}`}>
        {title}
      </summary>
      <div className="grid gap-4 px-3 pt-2 pb-4">{children}</div>
    </details>
  )
}
