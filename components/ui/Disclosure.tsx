import { cva } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { tapTarget } from './tap-target'

const frameClass = cva('', {
  variants: {
    look: { box: 'border border-edge', line: 'border-t border-rule', plain: '' },
  },
})

const titleClass = cva('py-2 text-16', {
  variants: {
    look: {
      box: 'px-3 font-bold',
      line: "flex items-center gap-2 before:content-['+'] in-open:before:content-['−']",
      plain: 'font-bold',
    },
    isGrave: { true: 'text-accent' },
  },
})

const contentClass = cva('grid gap-4 pb-4', {
  variants: { look: { box: 'px-3 pt-2', line: '', plain: '' } },
})

type DisclosureProps = {
  title: ReactNode
  look?: 'box' | 'line' | 'plain'
  /** The content has a destructive action. */
  isGrave?: boolean
  isOpen?: boolean
  className?: string
  children: ReactNode
}

/** A section that the user opens: rarely used controls, or the consequences of an action. Works without script. */
export function Disclosure(props: DisclosureProps) {
  const { title, look = 'line', isGrave, isOpen, className, children } = props
  return (
    <details open={isOpen} className={frameClass({ look, className })}>
      <summary className={tapTarget({ shape: 'block', className: titleClass({ look, isGrave }) })}>
        {title}
      </summary>
      <div className={contentClass({ look })}>{children}</div>
    </details>
  )
}
