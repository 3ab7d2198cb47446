import type { ReactNode } from 'react'

type FoldProps = { title: string; isGrave?: boolean; children: ReactNode }

/** An act that is not done in passing: opened first, and told what it touches. */
export function Fold({ title, isGrave = false, children }: FoldProps) {
  return (
    <details className="border border-edge">
      <summary className={`min-h-11 px-3 py-2 text-16 font-bold ${isGrave ? 'text-accent' : ''}`}>
        {title}
      </summary>
      <div className="grid gap-4 px-3 pt-2 pb-4">{children}</div>
    </details>
  )
}
