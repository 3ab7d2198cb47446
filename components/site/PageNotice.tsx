import type { ReactNode } from 'react'

type PageNoticeProps = { title: string; text: string; children?: ReactNode }

/** A page that explains why there is no story here, with links. */
export function PageNotice({ title, text, children }: PageNoticeProps) {
  return (
    <div className="grid gap-4 py-10">
      <title>{title}</title>
      <h1 className="text-27 md:text-34">{title}</h1>
      <p className="max-w-measure text-18">{text}</p>
      {children}
    </div>
  )
}
