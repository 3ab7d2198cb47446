import type { ReactNode } from 'react'

type AuthLayoutProps = { paper: string; children: ReactNode }

/** The layout of the sign-in pages: the paper's name and one form. */
export function AuthLayout({ paper, children }: AuthLayoutProps) {
  return (
    <div className="mx-auto grid max-w-[26rem] gap-8 px-4 py-10 md:py-20">
      <header className="border-b-[3px] border-ink pb-3">
        <p className="text-22 font-bold">{paper}</p>
      </header>
      <main className="grid gap-6">{children}</main>
    </div>
  )
}
