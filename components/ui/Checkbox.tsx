import { type ComponentProps, type ReactNode, useId } from 'react'
import { tapTarget } from './tap-target'

type TickProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'className'> & {
  label: ReactNode
  hint?: ReactNode
}

/** A yes or no. The whole line can be pressed. */
export function Checkbox(props: TickProps) {
  return <Tick {...props} type="checkbox" />
}

/** One of several choices with the same `name`. The whole line can be pressed. */
export function Radio(props: TickProps) {
  return <Tick {...props} type="radio" />
}

function Tick({ label, hint, ...input }: TickProps & { type: 'checkbox' | 'radio' }) {
  const id = useId()
  return (
    <div>
      <label className={tapTarget({ shape: 'inline', className: 'gap-2 text-16' })}>
        <input
          {...input}
          aria-describedby={hint ? id : undefined}
          className="size-5 shrink-0 accent-ink"
        />
        {label}
      </label>
      {hint && (
        <p id={id} className="text-14 text-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}
