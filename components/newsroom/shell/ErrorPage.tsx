import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { newsroomPath } from '@/lib/auth/paths'

type ErrorPageProps = { title: string; text: string; startLabel: string; children?: ReactNode }

/** An error page: the reason and a link. */
export function ErrorPage({ title, text, startLabel, children }: ErrorPageProps) {
  return (
    <div className="grid max-w-measure gap-4 py-6">
      <title>{title}</title>
      <h1 className="text-27">{title}</h1>
      <p className="text-18">{text}</p>
      <div className="flex flex-wrap items-center gap-4">
        {children}
        <ButtonLink href={newsroomPath} isBold>
          {startLabel}
        </ButtonLink>
      </div>
    </div>
  )
}
