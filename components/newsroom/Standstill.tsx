import Link from 'next/link'
import type { ReactNode } from 'react'
import { doorPath } from '@/lib/auth/addresses'

type StandstillProps = { title: string; text: string; toStart: string; children?: ReactNode }

/** A page that cannot be shown: why, and where to go. */
export function Standstill({ title, text, toStart, children }: StandstillProps) {
  return (
    <div className="grid max-w-measure gap-4 py-6">
      <title>{title}</title>
      <h1 className="text-27">{title}</h1>
      <p className="text-18">{text}</p>
      <div className="flex flex-wrap items-center gap-4">
        {children}
        <Link
          href={doorPath}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-bold underline"
        >
          {toStart}
        </Link>
      </div>
    </div>
  )
}
