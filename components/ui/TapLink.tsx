import type { ComponentProps } from 'react'
import { Arrow } from './Arrow'

/** A link of at least 44 × 44 px, large enough for a thumb. */
export function TapLink({ className = '', children, ...props }: ComponentProps<'a'>) {
  return (
    <a {...props} className={`inline-flex min-h-11 min-w-11 items-center ${className}`.trimEnd()}>
      {children}
    </a>
  )
}

/** A link to what comes next, with an arrow. */
export function NextLink({ className = 'text-16', children, ...props }: ComponentProps<'a'>) {
  return (
    <TapLink {...props} className={`gap-1.5 ${className} font-bold text-accent`}>
      {children} <Arrow to="next" />
    </TapLink>
  )
}
