import type { ComponentProps } from 'react'
import { Arrow } from './Arrow'
import { tapTarget } from './tap-target'

/** A link of readers' pages that a finger can hit. */
export function TapLink({ className, ...link }: ComponentProps<'a'>) {
  return <a {...link} className={tapTarget({ className })} />
}

/** A link to what comes next, with an arrow. */
export function NextLink({ className = 'text-16', children, ...props }: ComponentProps<'a'>) {
  return (
    <TapLink {...props} className={`gap-1.5 ${className} font-bold text-accent`}>
      {children} <Arrow to="next" />
    </TapLink>
  )
}
