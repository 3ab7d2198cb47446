import type { ComponentProps } from 'react'
import { useId } from 'react'

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  label: string
  hint?: string
  isFaulty?: boolean
}

/** A single-line field with its label above and its help text below. */
export function Field({ label, hint, isFaulty = false, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-16 font-bold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={isFaulty || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 aria-invalid:border-accent read-only:bg-wash"
      />
      {hint && (
        <p id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}
