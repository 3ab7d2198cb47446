import { cva } from 'class-variance-authority'
import type { ReactNode } from 'react'

/** The classes of a `Notice` inside a part that is announced as a whole. */
export const noticeClass = cva('border-l-4 bg-wash px-3 py-2 text-16', {
  variants: {
    tone: {
      error: 'border-accent',
      warning: 'border-accent',
      done: 'border-good',
      plain: 'border-ink',
    },
  },
})

type NoticeProps = {
  tone: 'error' | 'warning' | 'done' | 'plain'
  className?: string
  /** Without content nothing is shown, and screen readers announce it when it comes. */
  children: ReactNode
}

/** A boxed message. An error is announced at once by screen readers, the rest when they are idle. */
export function Notice({ tone, className, children }: NoticeProps) {
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className="empty:hidden">
      {children && <div className={noticeClass({ tone, className })}>{children}</div>}
    </div>
  )
}

const liveTextClass = cva('', {
  variants: {
    tone: {
      plain: 'text-16',
      quiet: 'text-14 text-quiet',
      done: 'text-16 text-good',
      error: 'text-14 text-accent',
    },
    keepsSpace: { true: 'min-h-6', false: 'empty:hidden' },
  },
})

type LiveTextProps = {
  tone?: 'plain' | 'quiet' | 'done' | 'error'
  /** Space is reserved, so the content below does not move when the text appears. */
  keepsSpace?: boolean
  className?: string
  children: ReactNode
}

/** A line that says what has just happened, announced by screen readers as a `Notice` is. */
export function LiveText({
  tone = 'quiet',
  keepsSpace = false,
  className,
  children,
}: LiveTextProps) {
  return (
    <p
      role={tone === 'error' ? 'alert' : 'status'}
      className={liveTextClass({ tone, keepsSpace, className })}
    >
      {children}
    </p>
  )
}
